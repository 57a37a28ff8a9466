import { z } from 'zod'
import type { LibraryPicture } from './library.ts'
import { cropRatios, type Picture, pictureFormats } from './pictures.ts'

/** Where the eye should rest, as fractions of width and height. */
export const focalSchema = z.strictObject({ id: z.uuid(), x: z.number().min(0).max(1), y: z.number().min(0).max(1) })

/** What a picture was called where it came from, to find it by; never a path. */
export const uploadTitleSchema = z
  .string()
  .catch('')
  .transform(name =>
    name
      .replace(/^.*[/\\]/s, '')
      .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
      .slice(0, 300)
      .trim(),
  )

/** The same as a hint for our own name. */
export function hintFrom(title: string): string {
  return title.replace(/\.[^.]*$/, '')
}

export const formatsSchema = z.array(z.enum(pictureFormats))
export const cutsSchema = z.partialRecord(z.enum(cropRatios), z.array(z.number()))
export const storedCropsSchema = z.partialRecord(
  z.enum(cropRatios),
  z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
)

const picture = {
  id: z.string(),
  name: z.string(),
  cropName: z.string(),
  width: z.number(),
  height: z.number(),
  widths: z.array(z.number()),
  formats: formatsSchema,
  cuts: cutsSchema,
  cardBytes: z.number(),
  colour: z.string(),
  alt: z.string(),
  isDecorative: z.boolean(),
  caption: z.string(),
  credit: z.string(),
  licence: z.string(),
  licenceUrl: z.string(),
  focal: z.object({ x: z.number(), y: z.number() }),
}

/** A picture as the server tells the desk of it. */
export const pictureSchema: z.ZodType<Picture> = z.object(picture)

/** The same as the library has it. */
export const libraryPictureSchema: z.ZodType<LibraryPicture> = z.object({
  ...picture,
  title: z.string(),
  crops: storedCropsSchema,
  status: z.enum(['ready', 'making', 'failed']),
  progress: z.number(),
  problem: z.string(),
  bytes: z.number(),
  uploadedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  createdAt: z.string(),
  version: z.number(),
})
