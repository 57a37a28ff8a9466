import { projection, type Rating, type RatingScale, type ScaleReading, valuesOnScale } from './ratings.ts'

// Fresh or rotten: what aggregators make of a score, and what the house says instead of leaving it to them.

/** Where a projection counts as fresh while the house has said nothing of the scale. */
export const freshScore = 60

/** Whether a rating counts as fresh, by the house's reading of the version of the scale that it was given on. */
export function isFresh(rating: Rating, { projection: points, freshFrom }: ScaleReading): boolean {
  return freshFrom === null ? projection(rating, points) >= freshScore : rating.value >= freshFrom
}

/** The lowest value of a scale that counts as fresh; null where none does. */
export function lowestFresh(scale: RatingScale, reading: ScaleReading): number | null {
  return valuesOnScale(scale).find(value => isFresh({ scale, unit: null, value }, reading)) ?? null
}
