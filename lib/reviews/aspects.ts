import { figure, isOnScale, nearestOnScale, type RatingScale } from '#lib/ratings/ratings.ts'
import type { Aspect } from './details.ts'

// Aspects: sides of a work that are judged by themselves. Their weighted mean is said beside the score and never becomes it by
// itself: the score is the critic's own.

/** The mean of the values by their weights, on the scale that they are given on; null when there are none. */
export function weightedMean(aspects: Aspect[]): number | null {
  const weight = aspects.reduce((sum, aspect) => sum + aspect.weight, 0)
  return weight > 0 ? aspects.reduce((sum, aspect) => sum + aspect.weight * aspect.value, 0) / weight : null
}

/** "4.1 of 5"; for letters and verdicts the nearest of them: "nearest to B+". Empty when there are no aspects. */
export function weightedText(aspects: Aspect[], scale: RatingScale, language?: string): string {
  const mean = weightedMean(aspects)
  if (mean === null) return ''
  if (scale.kind === 'numeric') return outOf(figure(Math.round(mean * 10) / 10, language), scale, language)
  return `nearest to ${scale.labels[nearestOnScale(mean, scale)] ?? figure(mean, language)}`
}

/** A value as its scale writes it, without what it is out of: "4.5", "B+". A value that the scale has not is a bare number. */
export function aspectFigure(value: number, scale: RatingScale | null, language?: string): string {
  return scale && isOnScale(value, scale) && scale.kind !== 'numeric'
    ? (scale.labels[value] ?? '')
    : figure(value, language)
}

/** The value with what it is out of, for a screen reader: "4.5 of 5", "B+". */
export function aspectValueText(value: number, scale: RatingScale): string {
  const amount = aspectFigure(value, scale)
  return scale.kind === 'numeric' ? outOf(amount, scale) : amount
}

/** "Out of" says nothing where a score can be below nothing. */
function outOf(amount: string, { min, max }: RatingScale, language?: string): string {
  return min < 0 ? amount : `${amount} of ${figure(max, language)}`
}

/** How much of the scale a value fills, from 0 to 1. */
export function aspectShare(value: number, { min, max }: RatingScale): number {
  return max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) : 0
}
