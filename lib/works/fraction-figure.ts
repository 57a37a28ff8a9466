import { figure, type Rating, shortRating } from '#lib/ratings/ratings.ts'

const fractions: Record<string, string> = { '0.25': '¼', '0.5': '½', '0.75': '¾' }

/** A number as it is printed: "4½", "½", "8.4". Only halves and quarters have a sign of their own that everyone reads. */
export function fractionFigure(value: number, language?: string): string {
  const size = Math.abs(value)
  const sign = fractions[String(size % 1)]
  if (!sign) return figure(value, language)
  const whole = Math.trunc(size) === 0 ? '' : figure(Math.trunc(size), language)
  return `${value < 0 ? '\u2212' : ''}${whole}${sign}`
}

/** A rating in the fewest signs: "4½", "B+", "not scored"; with what it is out of ("8/10") where a bare number would mislead. */
export function briefRating(
  rating: Rating | null,
  { outOf = false, language }: { outOf?: boolean; language?: string } = {},
): string {
  if (rating === null) return 'not scored'
  if (rating.scale.kind !== 'numeric') return shortRating(rating, language)
  const { min, max } = rating.scale
  const amount = fractionFigure(rating.value, language)
  return outOf && min >= 0 ? `${amount}/${figure(max, language)}` : amount
}
