import { z } from 'zod'
import { line, nameLine } from '#lib/forms/text-schema.ts'
import { releaseProblem } from './dates.ts'
import { creditRoles, type WorkKind, workKinds } from './works.ts'

const newCreditSchema = z.strictObject({
  name: nameLine(120, 'A credit needs a name.'),
  role: z.enum(creditRoles),
  character: line(120)
    .nullable()
    .transform(value => value || null),
  /** Somebody who is known here; null makes a new person of the name. Left out, the only known one of the name is taken. */
  personId: z.uuid().nullable().optional(),
})

/** A release date as it is typed: "2013", "2013-12", "2013-12-18" or nothing. */
export const releasedSchema = z
  .string()
  .max(40, 'Write the date as 2013, 2013-12 or 2013-12-18, or leave it empty.')
  .superRefine((typed, context) => {
    const problem = releaseProblem(typed)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })
  .transform(typed => typed.trim())

export const mostCredits = 200

/** A new work, as the desk's form carries it. */
export const newWorkSchema = z
  .strictObject({
    kind: z.enum(workKinds),
    title: nameLine(200, 'Give the title.'),
    originalTitle: line(200).default(''),
    released: releasedSchema,
    parentId: z.uuid().nullable().default(null),
    number: z.int().min(0).max(10_000).nullable().default(null),
    credits: z
      .array(newCreditSchema)
      .max(mostCredits, `At most ${mostCredits} credits. Make the work with the first of them.`),
    /** Said after a warning that there is one of this title already. */
    isAnother: z.boolean().default(false),
  })
  .refine(work => work.parentId !== null || !needsParent(work.kind), {
    path: ['parentId'],
    message: 'Say which series it belongs to.',
  })

export type NewWork = z.infer<typeof newWorkSchema>

/** Seasons and episodes are parts of something. */
export function needsParent(kind: WorkKind): boolean {
  return kind === 'season' || kind === 'episode'
}

/** What is searched for at the desk. */
export const deskSearchSchema = z.object({
  q: line(100),
  among: z.enum(['works', 'mentions', 'reviews', 'likely', 'wholes']),
  /** The kind and year of the work that is typed, for those that it may be (`likely`) or be part of (`wholes`). */
  kind: z.enum(workKinds).catch('film'),
  year: z.coerce.number().int().min(1).max(2200).nullable().catch(null).default(null),
  /** Reviews of this work only. */
  work: z.uuid().nullable().default(null),
})

/** Names to be recognised. */
export const namesSchema = z.array(line(120)).max(mostCredits)
