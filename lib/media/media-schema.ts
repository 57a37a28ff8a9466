import { z } from 'zod'
import type { Picture } from './pictures.ts'

/** Where the eye should rest, as fractions of width and height. */
export const focalSchema = z.strictObject({ id: z.uuid(), x: z.number().min(0).max(1), y: z.number().min(0).max(1) })

/** What a picture was called where it came from; only a hint for our own name. */
export const uploadNameSchema = z
  .string()
  .max(300)
  .catch('')
  .transform(name => name.replace(/\.[^.]*$/, ''))

/** A picture as the server tells the desk of it. */
export const pictureSchema: z.ZodType<Picture> = z.object({
  id: z.string(),
  name: z.string(),
  width: z.number(),
  height: z.number(),
  widths: z.array(z.number()),
  colour: z.string(),
  alt: z.string(),
  caption: z.string(),
  credit: z.string(),
  focal: z.object({ x: z.number(), y: z.number() }),
})
