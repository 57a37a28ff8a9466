/**
 * A rating is a number on a versioned scale. Everything that a reader, a screen reader or a search engine is told about it is
 * derived from that number, so the arithmetic here has to be exact: 8.4 on a scale in tenths must not become 8.400000000000001.
 * Scales are therefore counted in hundredths, as whole numbers (`ratings-schema.ts` refuses anything finer).
 */
export type RatingKind = 'numeric' | 'letter' | 'verdict'

/** For letters and verdicts a value is the index of its label; labels go from worst to best, min is 0, max n - 1, step 1. */
export type RatingScale = {
  key: string
  name: string
  version: number
  kind: RatingKind
  min: number
  max: number
  step: number
  labels: string[]
}

/** What a numeric rating counts: five *OS's*. `glyph` is a key of `glyphs.ts`; one that is no longer known is drawn as a circle. */
export type RatingUnit = { singular: string; plural: string; glyph: string }

/** Stored as it is in a publication's snapshot, so it carries its scale and its unit. A review without a score has `null`. */
export type Rating = { scale: RatingScale; unit: RatingUnit | null; value: number }

/** The part of a scale that values are measured against. */
export type ScaleRange = Pick<RatingScale, 'min' | 'max' | 'step'>

/** Whether the value is one that the scale offers. What floating point adds (0.1 + 0.2) is forgiven, 4.3 on a scale in halves is not. */
export function isOnScale(value: number, scale: ScaleRange): boolean {
  if (!Number.isFinite(value)) return false
  const position = positionOn(value, scale)
  return Number.isInteger(position) && position >= 0 && position <= stepCount(scale)
}

/** The value that the scale offers nearest to this one; halfway goes up, outside goes to the end. Throws for NaN. */
export function nearestOnScale(value: number, scale: ScaleRange): number {
  if (Number.isNaN(value)) throw new RangeError('No value on a scale is nearest to NaN')
  return valueAt(Math.round(positionOn(value, scale)), scale)
}

/** The next better value that the scale offers, or the best one. */
export function stepUp(value: number, scale: ScaleRange): number {
  return valueAt(Math.floor(positionOn(value, scale)) + 1, scale)
}

/** The next worse value that the scale offers, or the worst one. */
export function stepDown(value: number, scale: ScaleRange): number {
  return valueAt(Math.ceil(positionOn(value, scale)) - 1, scale)
}

/** Every value that the scale offers, from worst to best. */
export function valuesOnScale(scale: ScaleRange): number[] {
  return Array.from({ length: stepCount(scale) + 1 }, (_, position) => valueAt(position, scale))
}

/** How many steps lead from the worst value to the best. Not whole where the step does not divide the range. */
export function stepCount(scale: ScaleRange): number {
  return (hundredths(scale.max) - hundredths(scale.min)) / hundredths(scale.step)
}

/** Whether the number is exact in hundredths, the finest that a scale can be. */
export function isWholeHundredths(number: number): boolean {
  return Number.isFinite(number) && hundredths(number) / 100 === number
}

/** Two labels with the same key are the same when typed: case, kinds of dash and "plus" for + make no difference. */
export function labelKey(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(\p{L}{1,2}) ?(plus|minus|\+|-)$/u, (_, grade: string, sign: string) =>
      sign === 'plus' || sign === '+' ? `${grade}+` : `${grade}-`,
    )
}

/** Steps from the worst value, freed of what floating point adds: 8.4 / 0.1 is 84, not 84.00000000000001. */
function positionOn(value: number, scale: ScaleRange): number {
  const position = (value * 100 - hundredths(scale.min)) / hundredths(scale.step)
  const whole = Math.round(position)
  return Math.abs(position - whole) < 1e-6 ? whole : position
}

function valueAt(position: number, scale: ScaleRange): number {
  const within = Math.min(Math.max(position, 0), stepCount(scale))
  return (hundredths(scale.min) + within * hundredths(scale.step)) / 100
}

function hundredths(number: number): number {
  return Math.round(number * 100)
}
