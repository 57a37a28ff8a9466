import { z } from 'zod'
import { isSlug } from '#lib/addresses/addresses.ts'
import { line, text } from '#lib/forms/text-schema.ts'
import { workKinds } from '#lib/works/works.ts'
import { type ListContent, listLimits } from './lists.ts'

/** A whole list, as the desk saves it. Strict: other fields are refused, and one entry too many refuses all of it. */
export const listContentSchema = z.strictObject({
  slug: line(120).refine(
    isSlug,
    'An address is made of lower-case letters, digits and single hyphens, such as “best-of-2014”.',
  ),
  title: line(listLimits.title),
  standfirst: text(listLimits.standfirst),
  criticId: z.uuid().nullable(),
  topicId: z.uuid().nullable(),
  isRanked: z.boolean(),
  entries: z
    .array(z.strictObject({ workId: z.uuid(), note: text(listLimits.note) }))
    .max(
      listLimits.entries,
      `A list has at most ${listLimits.entries} works. Nothing was saved: take some away, or make two lists of it.`,
    )
    .refine(
      entries => new Set(entries.map(entry => entry.workId)).size === entries.length,
      'A work stands in the list twice. Take one of the two away.',
    ),
}) satisfies z.ZodType<ListContent>

/** A command on a list as the editor saw it. */
export const listVersionSchema = z.strictObject({ id: z.uuid(), version: z.coerce.number().int().positive() })

/** A save: the whole content, and the version that it was made from. */
export const saveListSchema = z.strictObject({ ...listVersionSchema.shape, content: listContentSchema })

export const bestOfCounts = { least: 3, most: 100, usual: 10 } as const

/** What "Best of the year" is built from. Empty choices of a form are "any". */
export const bestOfSchema = z.object({
  year: z.coerce
    .number({ error: 'Type a year, such as 2014.' })
    .int('Type a year, such as 2014.')
    .min(1, 'Type a year, such as 2014.')
    .max(2200, 'Type a year, such as 2014.'),
  by: z.enum(['released', 'reviewed'], 'Choose what the year is of.'),
  kind: z.preprocess(value => value || null, z.enum(workKinds).nullable()),
  sectionId: z.preprocess(value => value || null, z.uuid().nullable()),
  count: z.coerce
    .number({ error: 'Type how many works.' })
    .int('Type how many works.')
    .min(bestOfCounts.least, `At least ${bestOfCounts.least} works.`)
    .max(bestOfCounts.most, `At most ${bestOfCounts.most} works.`),
})

export type BestOf = z.infer<typeof bestOfSchema>
