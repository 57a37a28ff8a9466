import { z } from 'zod'
import { isSlug } from '#lib/addresses/addresses.ts'
import { line, nameLine } from '#lib/forms/text-schema.ts'
import { idSchemes } from '#lib/works/external-ids.ts'
import { creditRoles } from '#lib/works/works.ts'
import { releasedSchema } from '#lib/works/works-schema.ts'

const id = z.uuid()
const part = z.number().int().nullable()

export const creditRow = z.strictObject({
  id,
  workId: id,
  personId: id,
  role: z.enum(creditRoles),
  character: z.string().nullable(),
  position: z.number().int(),
})
export const externalIdRow = z.strictObject({
  id,
  workId: id.nullable(),
  personId: id.nullable(),
  scheme: z.enum(idSchemes),
  value: z.string(),
})
export const editionRow = z.strictObject({
  id,
  workId: id,
  name: z.string(),
  format: z.string(),
  publisher: z.string(),
  releaseYear: part,
  releaseMonth: part,
  releaseDay: part,
  isbn: z.string().nullable(),
  position: z.number().int(),
})
export const listEntryRow = z.strictObject({ listId: id, workId: id, position: z.number().int(), note: z.string() })
export const seriesEntryRow = z.strictObject({ seriesId: id, workId: id, position: z.number().int() })

export type CreditRow = z.infer<typeof creditRow>
export type ExternalIdRow = z.infer<typeof externalIdRow>
export type EditionRow = z.infer<typeof editionRow>
export type ListEntryRow = z.infer<typeof listEntryRow>
export type SeriesEntryRow = z.infer<typeof seriesEntryRow>

const changeOf = <Row extends z.ZodType>(row: Row) =>
  z.array(z.strictObject({ before: row.nullable(), after: row.nullable() }))

export const linkTables = ['review', 'publication', 'part', 'merged'] as const

/** What a merge or a split changes, row by row, with what was there before: read backwards, it is the undoing. */
export const changesSchema = z.strictObject({
  credits: changeOf(creditRow),
  externalIds: changeOf(externalIdRow),
  editions: changeOf(editionRow),
  listEntries: changeOf(listEntryRow),
  seriesEntries: changeOf(seriesEntryRow),
  /** Rows that point at a record and now point at another: the work of a review, the parent of a part. */
  links: z.array(z.strictObject({ table: z.enum(linkTables), id, before: id.nullable(), after: id.nullable() })),
  aliases: z.array(z.strictObject({ personId: id, before: z.array(z.string()), after: z.array(z.string()) })),
})
export type Changes = z.infer<typeof changesSchema>

/** What is kept of a regrouping: the rows, and the addresses as they were. */
export const movedSchema = z.strictObject({
  changes: changesSchema,
  addresses: z.array(
    z.strictObject({ path: z.string(), state: z.enum(['live', 'moved', 'gone']), target: z.string().nullable() }),
  ),
  madeAddresses: z.array(z.string()),
})

export const regroupingNouns = ['work', 'person'] as const

/** A merge as it is confirmed: `seen` stands for what the preview said would move. */
export const mergeSchema = z.strictObject({
  noun: z.enum(regroupingNouns),
  fromId: z.uuid('Choose the other record from the list.'),
  intoId: z.uuid('Choose the other record from the list.'),
  seen: z.string().max(100),
})
export type MergeInput = z.infer<typeof mergeSchema>

const ids = z.array(z.uuid()).max(10_000)

export const splitSchema = z.strictObject({
  noun: z.enum(regroupingNouns),
  id: z.uuid(),
  name: nameLine(200, 'Give the new record a name.'),
  slug: line(120).refine(isSlug, 'Lower-case letters, digits and single hyphens, such as her-2013.'),
  /** Works only. */
  released: releasedSchema.default(''),
  chosen: z.strictObject({
    credits: ids.default([]),
    externalIds: ids.default([]),
    editions: ids.default([]),
    listEntries: ids.default([]),
    seriesEntries: ids.default([]),
    reviews: ids.default([]),
    parts: ids.default([]),
    aliases: z.array(z.string().max(200)).max(100).default([]),
  }),
})
export type SplitInput = z.infer<typeof splitSchema>
