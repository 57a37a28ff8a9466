import { glyphRow, nearestOnScale, type Rating, type RatingScale, stepDown, stepUp } from '#lib/ratings/ratings.ts'

/** The score that a key turns to; null for keys that turn nothing. The first turn of one that is not there yet begins in the middle. */
export function turnedByKey(key: string, scale: RatingScale, value: number | null): number | null {
  const middle = nearestOnScale((scale.min + scale.max) / 2, scale)
  const leap = (scale.max - scale.min) / 5
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return value === null ? middle : stepUp(value, scale)
    case 'ArrowLeft':
    case 'ArrowDown':
      return value === null ? middle : stepDown(value, scale)
    case 'PageUp':
      return nearestOnScale((value ?? middle) + leap, scale)
    case 'PageDown':
      return nearestOnScale((value ?? middle) - leap, scale)
    case 'Home':
      return scale.min
    case 'End':
      return scale.max
    default:
      return null
  }
}

/**
 * The score at a point of the control, from 0 (its beginning) to 1. On a row of glyphs what is under the finger is filled, so
 * pointing goes up to the next step; only the very beginning means none. On a bar it is the nearest.
 */
export function turnedByPointing(part: number, rating: Rating): number {
  const { scale } = rating
  const within = Math.min(Math.max(part, 0), 1)
  const raw = scale.min + within * (scale.max - scale.min)
  const isFilling = glyphRow(rating) !== null && within > 0.02
  return nearestOnScale(isFilling ? raw + scale.step / 2 - 1e-9 : raw, scale)
}
