import { z } from 'zod'

// Interim: exports that others rely on are `ratingSchema` (stored snapshot) and `unitSchema` (the unit override). Keep these names.
export const unitSchema = z.strictObject({ singular: z.string(), plural: z.string(), glyph: z.string() })
export const ratingSchema = z.object({
  scale: z.object({ key: z.string(), name: z.string(), version: z.number(), kind: z.enum(['numeric', 'letter', 'verdict']), min: z.number(), max: z.number(), step: z.number(), labels: z.array(z.string()) }),
  unit: unitSchema.nullable(),
  value: z.number(),
})
