import { countFigure } from '#lib/ratings/ratings.ts'

/** "One review", "31 reviews" */
export function reviewsText(count: number, language: string): string {
  return count === 1 ? 'One review' : `${countFigure(count, language)} reviews`
}
