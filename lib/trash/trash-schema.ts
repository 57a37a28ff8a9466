import { z } from 'zod'
import { trashKinds } from './trash.ts'

/** Something that can be thrown away. */
export const trashSchema = z.strictObject({ kind: z.enum(trashKinds, 'There is no such thing.'), id: z.uuid() })
export type Trashable = z.infer<typeof trashSchema>

/** As the person saw it: what was changed since is not thrown away unseen. */
export const throwAwaySchema = z.strictObject({ ...trashSchema.shape, version: z.coerce.number().int().positive() })
export type ThrowAway = z.infer<typeof throwAwaySchema>
