import { z } from 'zod'
import { libraryFilters, libraryPlaces } from './library.ts'
import { cropRatios } from './pictures.ts'

const line = (most: number) =>
  z
    .string()
    .max(most, `Keep this within ${most} characters.`)
    .refine(text => !text.includes('\0') && text.isWellFormed(), 'This holds a character that cannot be stored.')
    .transform(text => text.replace(/\s+/g, ' ').trim())

const versioned = { id: z.uuid(), version: z.coerce.number().int().min(1) }

/** The words of a picture, all of them. */
export const describeSchema = z.strictObject({
  ...versioned,
  title: line(300),
  alt: line(1_000),
  isDecorative: z.boolean(),
  caption: line(1_000),
  credit: line(300),
  licence: line(200),
  /** Empty, or an address on the web. */
  licenceUrl: z.union([
    z.literal(''),
    z.url({ protocol: /^https?$/, error: 'Give an address that begins with https://, or none.' }).max(1_000),
  ]),
})
export type DescribeInput = z.infer<typeof describeSchema>

const fraction = z.number().min(0).max(1)

export const focusSchema = z.strictObject({ ...versioned, x: fraction, y: fraction })
export type FocusInput = z.infer<typeof focusSchema>

/** The smallest part that may be chosen, of each side: less is a blur. */
export const smallestCrop = 0.05

const boxSchema = z
  .strictObject({
    x: fraction,
    y: fraction,
    width: z.number().min(smallestCrop).max(1),
    height: z.number().min(smallestCrop).max(1),
  })
  // Fractions that were reckoned by adding may end a hair past the edge.
  .refine(({ x, y, width, height }) => x + width <= 1.000_001 && y + height <= 1.000_001, 'This is not inside.')

/** By ratio; one that is null or missing follows the focal point. */
export const cropsSchema = z.strictObject({
  ...versioned,
  crops: z
    .partialRecord(z.enum(cropRatios), boxSchema.nullable())
    .transform(crops => Object.fromEntries(Object.entries(crops).filter(([, box]) => box !== null))),
})
export type CropsInput = z.infer<typeof cropsSchema>

/** What is looked for in the library, as an address or a form says it; what is not understood is left out. */
export const librarySearchSchema = z.object({
  q: z.string().max(200).catch(''),
  filter: z.enum(libraryFilters).nullable().catch(null),
  place: z.enum(libraryPlaces).nullable().catch(null),
  /** `next` of the page before. */
  after: z.string().max(200).nullable().catch(null),
})
export type LibrarySearch = z.infer<typeof librarySearchSchema>

/** Ids whose progress is asked for, with commas between. */
export const progressSchema = z
  .string()
  .transform(ids => ids.split(',').slice(0, 100))
  .pipe(z.array(z.uuid()))
  .catch([])
