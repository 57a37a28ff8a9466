import { z } from 'zod'
import { text } from '#lib/forms/text-schema.ts'
import { correctionLimit } from './corrections.ts'

/** A new correction as the desk's form carries it. */
export const newCorrectionSchema = z.strictObject({
  reviewId: z.uuid(),
  text: text(correctionLimit).refine(words => words !== '', 'Say what was wrong and what is right.'),
})

export type NewCorrection = z.infer<typeof newCorrectionSchema>

export const withdrawalSchema = z.strictObject({ id: z.uuid() })
