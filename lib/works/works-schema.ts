import { z } from 'zod'
import { line } from '#lib/forms/text-schema.ts'
import { creditRoles, parsePartialDate, type WorkKind, workKinds } from './works.ts'

const named = (most: number, problem: string) => line(most).refine(value => value !== '', problem)

const newCreditSchema = z.strictObject({
  name: named(120, 'A credit needs a name.'),
  role: z.enum(creditRoles),
  character: line(120)
    .nullable()
    .transform(value => value || null),
  /** Somebody who is known here; null makes a new person of the name. Left out, the only known one of the name is taken. */
  personId: z.uuid().nullable().optional(),
})

const releaseProblem = 'Write the date as 2013, 2013-12 or 2013-12-18, or leave it empty.'

/** A new work, as the desk's form carries it. */
export const newWorkSchema = z
  .strictObject({
    kind: z.enum(workKinds),
    title: named(200, 'Give the title.'),
    originalTitle: line(200).default(''),
    released: z
      .string()
      .max(10, releaseProblem)
      .refine(text => text.trim() === '' || parsePartialDate(text) !== null, releaseProblem),
    parentId: z.uuid().nullable().default(null),
    number: z.int().min(0).max(10_000).nullable().default(null),
    credits: z.array(newCreditSchema).max(60, 'At most sixty credits.'),
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
  among: z.enum(['works', 'mentions', 'series', 'reviews']),
  /** Reviews of this work only. */
  work: z.uuid().nullable().default(null),
})

/** Names to be recognised. */
export const namesSchema = z.array(line(120)).max(60)
