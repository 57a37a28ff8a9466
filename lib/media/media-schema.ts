import { z } from 'zod'

/** Where the eye should rest, as fractions of width and height. */
export const focalSchema = z.strictObject({ id: z.uuid(), x: z.number().min(0).max(1), y: z.number().min(0).max(1) })

/** What a picture was called where it came from; only a hint for our own name. */
export const uploadNameSchema = z
  .string()
  .max(300)
  .catch('')
  .transform(name => name.replace(/\.[^.]*$/, ''))
