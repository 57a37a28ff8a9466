/** Ratings: everything about them comes from here. Values and scales, their words, and what is derived from them. */
import { between, type ProjectionPoint } from './reading.ts'
import type { Rating, RatingKind, RatingScale, RatingUnit } from './scale.ts'
import { ratingSentence } from './words.ts'

export { type Band, bandOf, type ProjectionPoint, type ScaleReading } from './reading.ts'
export {
  isOnScale,
  labelKey,
  nearestOnScale,
  type ScaleRange,
  stepCount,
  stepDown,
  stepUp,
  valuesOnScale,
} from './scale.ts'
export { type ParsedRating, parseRating } from './typed.ts'
export { pluralForm, withArticle } from './unit-words.ts'
export { countFigure, figure, ratingLabel, ratingSentence, ratingSentenceParts, shortRating } from './words.ts'
export type { Rating, RatingKind, RatingScale, RatingUnit }

/** More glyphs than this are counted, not seen, and a part smaller than a quarter is not seen either. */
const mostGlyphs = 10
const smallestFill = 0.25

/**
 * How full each glyph of the row is, from 0 to 1; together they are the value. Null where a row would say nothing: letters,
 * verdicts, scales above ten, in fine steps, or below zero.
 */
export function glyphRow({ scale, value }: Rating): number[] | null {
  const { kind, min, max, step } = scale
  if (kind !== 'numeric' || min < 0 || max > mostGlyphs || step < smallestFill || !Number.isInteger(max)) return null
  return Array.from({ length: max }, (_, before) => Math.min(Math.max(value - before, 0), 1))
}

/** How much of its scale a rating fills, from 0 to 1: what a dial or a bar shows. Never what the house reads into it. */
export function shareOf({ scale, value }: Rating): number {
  return (value - scale.min) / (scale.max - scale.min)
}

/**
 * The rating as 0 to 100, to two decimals, so that ratings on different scales can be set in order. `points` are the projection of
 * the house's reading of that version of the scale; without any it is a straight line from the scale's worst to its best.
 */
export function projection(rating: Rating, points: readonly ProjectionPoint[] = []): number {
  const score = points.length < 2 ? shareOf(rating) * 100 : between(points, rating.value)
  return Math.round(score * 100) / 100
}

/** For sorting: best first, reviews without a score last. */
export function compareByProjection(a: Rating | null, b: Rating | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return projection(b) - projection(a)
}

export type RatingMarkup = { ratingValue: number; bestRating: number; worstRating: number; ratingExplanation: string }

/**
 * The values of a schema.org Rating. Google reads numbers only, so letters and verdicts are given as their place on their scale,
 * with the words in `ratingExplanation`, to the letter those that readers see, so in the publication's `language`; without `bestRating` and `worstRating` it would assume 1 to 5.
 * https://developers.google.com/search/docs/appearance/structured-data/review-snippet
 */
export function ratingForMarkup(rating: Rating, language?: string): RatingMarkup {
  const { min, max } = rating.scale
  const ratingExplanation = ratingSentence(rating, language)
  return { ratingValue: rating.value, bestRating: max, worstRating: min, ratingExplanation }
}

/** The range of a scale that is a list of labels. */
export function labelRange(labels: string[]): { min: 0; max: number; step: 1 } {
  return { min: 0, max: labels.length - 1, step: 1 }
}
