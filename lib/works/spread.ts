import { figure, type Rating, ratingSentence } from '#lib/ratings/ratings.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
import { briefRating } from './fraction-figure.ts'

/** What the house's critics make of one work, each for themselves. Never an average, and never anybody else's number. */
export interface Spread {
  /** The review that each critic stands by, lowest first; those without a score last. */
  standing: ReviewCard[]
  /** "From 2 to 4½ stars; five reviews by four critics" */
  summary: string
}

/**
 * The spread of a work's reviews; null where fewer than two critics have spoken. A critic who has thought again stands by the newest
 * review alone: the older one is counted among the reviews, and not among the scores. One by several critics stands while it is the
 * newest of any of them. Figures are as `language` writes them.
 */
export function spreadOf(reviews: ReviewCard[], language?: string): Spread | null {
  const newestFirst = reviews.toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt))
  const heard = new Set<string>()
  const standing = newestFirst.filter(({ critics }) => {
    const isNews = critics.some(({ id }) => !heard.has(id))
    for (const { id } of critics) heard.add(id)
    return isNews
  })
  if (heard.size < 2 || standing.length < 2) return null
  standing.sort((a, b) => (a.score ?? Number.POSITIVE_INFINITY) - (b.score ?? Number.POSITIVE_INFINITY))
  return { standing, summary: `${rangeText(standing, language)}; ${countText(reviews.length, heard.size, standing)}` }
}

function rangeText(standing: ReviewCard[], language?: string): string {
  const ratings = standing.flatMap(({ rating }) => rating ?? [])
  const [low, high] = [ratings.at(0), ratings.at(-1)]
  if (!low || !high) return 'Not scored by any of us'
  if (ratings.length === 1) return `${capital(counted(low, language))} from one of us`
  if (!ratings.every(rating => isSameMeasure(rating, low)))
    return `From ${inSentence(ratingSentence(low, language))} to ${inSentence(ratingSentence(high, language))}`
  if (low.value === high.value) return `${ratings.length === 2 ? 'Both' : 'All'} at ${counted(low, language)}`
  return `From ${briefRating(low, { language })} to ${counted(high, language)}`
}

/** "4½ stars", "8.4 out of 10", "B+": a score in figures with what was counted. */
function counted(rating: Rating, language?: string): string {
  const { scale, unit, value } = rating
  const amount = briefRating(rating, { language })
  if (scale.kind !== 'numeric') return amount
  if (unit) return `${amount} ${value > 0 && value <= 1 ? unit.singular : unit.plural}`
  return scale.min < 0 ? amount : `${amount} out of ${figure(scale.max, language)}`
}

function isSameMeasure(one: Rating, other: Rating): boolean {
  const measure = ({ scale, unit }: Rating) =>
    JSON.stringify([scale.kind, scale.min, scale.max, scale.labels, unit?.plural ?? null])
  return measure(one) === measure(other)
}

function countText(reviews: number, critics: number, standing: ReviewCard[]): string {
  const unscored = standing.filter(({ rating }) => rating === null).length
  const count = `${numberWord(reviews)} reviews by ${numberWord(critics)} critics`
  // Where none has a score, that has been said.
  return unscored > 0 && unscored < standing.length ? `${count}, ${numberWord(unscored)} without a score` : count
}

/** "four and a half stars out of five", in the middle of a sentence; a grade such as "B+" stays as it is. */
function inSentence(sentence: string): string {
  return /^[A-Z][a-z]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

function numberWord(number: number): string {
  return words[number] ?? figure(number)
}
