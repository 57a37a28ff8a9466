/** Ratings: everything about them comes from here. Values and scales, their words, and what is derived from them. */
import type { Rating, RatingKind, RatingScale, RatingUnit } from './scale.ts'
import { ratingSentence } from './words.ts'

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
export { figure, ratingLabel, ratingSentence, ratingSentenceParts, shortRating } from './words.ts'
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

/** The rating as 0 (the scale's worst) to 100 (its best), to two decimals, so that ratings on different scales can be set in order. */
export function projection({ scale, value }: Rating): number {
  return Math.round(((value - scale.min) / (scale.max - scale.min)) * 10_000) / 100
}

/** For sorting: best first, reviews without a score last. */
export function compareByProjection(a: Rating | null, b: Rating | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return projection(b) - projection(a)
}

export type RatingMarkup = { ratingValue: number; bestRating: number; worstRating: number; ratingExplanation: string }

/**
 * The values of a schema.org Rating. Google reads numbers only, so letters and verdicts are given as their place on their scale,
 * with the words in `ratingExplanation`; without `bestRating` and `worstRating` it would assume 1 to 5.
 * https://developers.google.com/search/docs/appearance/structured-data/review-snippet
 */
export function ratingForMarkup(rating: Rating): RatingMarkup {
  const { min, max } = rating.scale
  return { ratingValue: rating.value, bestRating: max, worstRating: min, ratingExplanation: ratingSentence(rating) }
}

/** The range of a scale that is a list of labels. */
export function labelRange(labels: string[]): { min: 0; max: number; step: 1 } {
  return { min: 0, max: labels.length - 1, step: 1 }
}
