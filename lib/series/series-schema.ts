import { z } from 'zod'
import { isSlug } from '#lib/addresses/addresses.ts'
import { line, nameLine, text } from '#lib/forms/text-schema.ts'

export const seriesKinds = ['series', 'franchise'] as const

export const mostInSeries = 500

/** What the desk's form for a series carries: its works in order, by id. */
export const seriesContentSchema = z.strictObject({
  name: nameLine(200, 'Give the series a name.'),
  kind: z.enum(seriesKinds, 'Say whether it is a series or a franchise.'),
  slug: line(120).refine(isSlug, 'Lower-case letters, digits and single hyphens, such as earthsea.'),
  note: text(2000),
  workIds: z
    .array(z.uuid())
    .max(mostInSeries, `At most ${mostInSeries} works.`)
    .refine(ids => new Set(ids).size === ids.length, 'A work stands there twice. Take one away.'),
})
export type SeriesContent = z.infer<typeof seriesContentSchema>

/** `id` and `version` are null for a new one. */
export const seriesEditSchema = z.strictObject({
  id: z.uuid().nullable(),
  version: z.int().min(1).nullable(),
  content: seriesContentSchema,
})
export type SeriesEdit = z.infer<typeof seriesEditSchema>
