import { z } from 'zod'
import { isSlug } from '#lib/addresses/addresses.ts'
import { line, nameLine, text } from '#lib/forms/text-schema.ts'
import { idSchemes } from './external-ids.ts'
import { readIsbn } from './isbn.ts'
import { isCountry, isLanguage } from './places.ts'
import { creditRoles, workKinds } from './works.ts'
import { mostCredits, needsParent, releasedSchema } from './works-schema.ts'

export const mostEditions = 50

const words = (what: string) =>
  z
    .array(nameLine(60, `An empty ${what} says nothing.`))
    .max(12, `At most twelve ${what}s.`)
    .transform(list =>
      list.filter((word, at) => list.findIndex(other => other.toLowerCase() === word.toLowerCase()) === at),
    )

const whole = (most: number, problem: string) => z.int(problem).min(1, problem).max(most, problem).nullable()

const credit = z.strictObject({
  personId: z.uuid().nullable(),
  name: nameLine(120, 'A credit needs a name.'),
  role: z.enum(creditRoles, 'There is no such role.'),
  character: line(120)
    .nullable()
    .transform(value => value || null),
})

const edition = z.strictObject({
  name: nameLine(120, 'Give the edition a name, such as “Paperback”.'),
  format: line(60),
  publisher: line(120),
  released: releasedSchema,
  isbn: line(40).transform((typed, context) => {
    if (typed === '') return ''
    const isbn = readIsbn(typed)
    if (!isbn) context.addIssue({ code: 'custom', message: 'This is no ISBN: its digits do not fit together.' })
    return isbn ?? z.NEVER
  }),
})

/** What the desk's form for a work carries. What depends on other rows (parents, ids, addresses) is the command's to say. */
export const workContentSchema = z
  .strictObject({
    kind: z.enum(workKinds, 'There is no such kind of work.'),
    title: nameLine(200, 'Give the title.'),
    originalTitle: line(200).pipe(z.union([z.literal(''), nameLine(200, '')])),
    sortTitle: line(200),
    slug: line(120).refine(isSlug, 'Lower-case letters, digits and single hyphens, such as her-2013.'),
    released: releasedSchema,
    parentId: z.uuid('Choose what it is part of from the list.').nullable(),
    number: z.int('Give a whole number.').min(0, 'Not below 0.').max(10_000, 'At most 10,000.').nullable(),
    language: z.string().refine(code => code === '' || isLanguage(code), 'This is no language that is known here.'),
    country: z.string().refine(code => code === '' || isCountry(code), 'This is no country that is known here.'),
    genres: words('genre'),
    platforms: words('platform'),
    minutes: whole(100_000, 'Give the length in whole minutes.'),
    pages: whole(100_000, 'Give a whole number of pages.'),
    publisher: line(120),
    summary: text(1000).transform(value => value.replace(/\s+/g, ' ')),
    credits: z.array(credit).max(mostCredits, `At most ${mostCredits} credits.`),
    externalIds: z.array(z.strictObject({ scheme: z.enum(idSchemes), value: line(80) })).max(20, 'At most twenty ids.'),
    editions: z.array(edition).max(mostEditions, `At most ${mostEditions} editions.`),
    imageId: z.uuid().nullable(),
    imageAlt: line(500),
    imageCredit: line(200),
  })
  .refine(work => work.parentId !== null || !needsParent(work.kind), {
    path: ['parentId'],
    message: 'Say what it is part of.',
  })
  .refine(work => work.imageId === null || work.imageAlt !== '', {
    path: ['imageAlt'],
    message: 'Describe the picture for readers who do not see it.',
  })

export const workEditSchema = z.strictObject({
  id: z.uuid(),
  version: z.int().min(1),
  content: workContentSchema,
})
export type WorkEdit = z.infer<typeof workEditSchema>

const parts: Record<string, string> = { credits: 'Credit', editions: 'Edition', genres: 'Genre', externalIds: 'Id' }

/** The first problem of each field; one in a list says in which place of it. */
export function contentProblems(error: z.ZodError): { problem?: string; fields: Record<string, string> } {
  const fields: Record<string, string> = {}
  for (const { path, message } of error.issues) {
    const [field, place] = path[0] === 'content' ? path.slice(1) : path
    const where = typeof place === 'number' ? `${parts[String(field)] ?? 'Entry'} ${place + 1}: ` : ''
    fields[String(field ?? '')] ??= where + message
  }
  const { '': problem, ...rest } = fields
  return { fields: rest, ...(problem && { problem }) }
}
