import { z } from 'zod'
import { text } from '#lib/forms/text-schema.ts'
import { numberOf } from './number-of.ts'
import { type ReadingProblem, readingProblem, type ScaleReading } from './reading.ts'
import type { RatingScale } from './scale.ts'

const number = z.number().refine(Number.isFinite, 'Not a number.')

/** A reading as the desk sends it: in form. Whether it fits its scale is `readingProblem`. */
export const readingSchema = z.strictObject({
  bands: z.array(
    z.strictObject({
      from: number,
      sentence: text(300).refine(
        sentence => sentence !== '',
        'A band without a sentence says nothing: write one, or take it away.',
      ),
    }),
  ),
  projection: z
    .array(z.tuple([number, number.transform(score => Math.round(score * 100) / 100)]))
    .max(1001, 'At most one point for each score.'),
  freshFrom: number.nullable(),
})

/** A stored reading. What was stored was checked, so anything else is a fault of ours and is read as none. */
export function toReading(
  row: { bands: unknown; projection: unknown; freshFrom?: { toNumber(): number } | null } | null,
): ScaleReading {
  const parsed = readingSchema.safeParse(
    row && { bands: row.bands, projection: row.projection, freshFrom: row.freshFrom?.toNumber() ?? null },
  )
  return parsed.success ? parsed.data : { bands: [], projection: [], freshFrom: null }
}

const typed = z.string().max(20)

/** The reading as its form has it: numbers as typed, sentences as written. */
export const typedReadingSchema = z.strictObject({
  bands: z.array(z.strictObject({ from: typed, sentence: z.string().max(5000) })).max(100),
  points: z.array(z.strictObject({ value: typed, score: typed })).max(1001),
  /** '' is wherever the projection says. */
  freshFrom: typed,
})
export type TypedReading = z.infer<typeof typedReadingSchema>

/** What was typed, as a reading of that scale; or what is wrong with it. Bands and points may stand in any order. */
export function readTyped(
  scale: RatingScale,
  form: TypedReading,
): { ok: true; reading: ScaleReading } | ({ ok: false } & ReadingProblem) {
  const bands = form.bands.map(band => ({ from: numberOf(band.from), sentence: band.sentence }))
  if (bands.some(band => band.from === null))
    return { ok: false, field: 'bands', problem: 'Say from which score each band begins: a number.' }
  const points = form.points.map(point => [numberOf(point.value), numberOf(point.score)])
  if (points.flat().includes(null))
    return { ok: false, field: 'projection', problem: 'Write a number from 0 to 100 for each score.' }
  const freshFrom = form.freshFrom.trim() === '' ? null : numberOf(form.freshFrom)
  if (freshFrom === null && form.freshFrom.trim() !== '')
    return { ok: false, field: 'freshFrom', problem: 'Write a score of this scale, or leave it empty.' }
  const parsed = readingSchema.safeParse({
    bands: bands.sort((a, b) => (a.from ?? 0) - (b.from ?? 0)),
    projection: points.sort(([a], [b]) => (a ?? 0) - (b ?? 0)),
    freshFrom,
  })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return {
      ok: false,
      field: issue?.path[0] === 'bands' ? 'bands' : 'projection',
      problem: issue?.message ?? 'This cannot be read.',
    }
  }
  const problem = readingProblem(scale, parsed.data)
  return problem ? { ok: false, ...problem } : { ok: true, reading: parsed.data }
}

/** A reading as its form shows it again. */
export function typedReadingOf({ bands, projection, freshFrom }: ScaleReading): TypedReading {
  return {
    bands: bands.map(band => ({ from: String(band.from), sentence: band.sentence })),
    points: projection.map(([value, score]) => ({ value: String(value), score: String(score) })),
    freshFrom: freshFrom === null ? '' : String(freshFrom),
  }
}
