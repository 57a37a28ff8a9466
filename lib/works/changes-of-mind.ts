import { type Rating, ratingLabel } from '#lib/ratings/ratings.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
import { yearOf } from '#lib/settings/dates.ts'
import { briefRating } from './fraction-figure.ts'

/** A review that was thought about again, with what came of it: two or more reviews in order of time. */
export interface ChangeOfMind {
  reviews: ReviewCard[]
  /** "3 → 4½"; each says what it said, on its own scale. */
  scores: string
  /** "2014 → 2026" */
  years: string
  /** The same in words, for whoever hears the page: "three stars out of five in 2014, then not scored in 2026". */
  words: string
}

interface Place {
  timeZone: string
  language?: string
}

/**
 * The re-reviews among the reviews of a work, each with what it thinks again about, oldest first. Several steps are one change; what is
 * not live is not there, and breaks it in two. `place` is the publication's: its zone says the year, its
 * language how figures are written.
 */
export function changesOfMind(reviews: ReviewCard[], place: Place): ChangeOfMind[] {
  const inOrder = reviews.toSorted((a, b) => a.publishedAt.localeCompare(b.publishedAt))
  const chains: ReviewCard[][] = []
  for (const review of inOrder) {
    const linked = chains.filter(chain => chain.some(other => isPair(review, other)))
    for (const chain of linked) chains.splice(chains.indexOf(chain), 1)
    chains.push([...linked.flat(), review])
  }
  return chains.filter(chain => chain.length > 1).map(chain => toldAs(chain, place))
}

function isPair(one: ReviewCard, other: ReviewCard): boolean {
  return one.rereviewOfId === other.id || other.rereviewOfId === one.id
}

function toldAs(chain: ReviewCard[], { timeZone, language }: Place): ChangeOfMind {
  const reviews = chain.toSorted((a, b) => a.publishedAt.localeCompare(b.publishedAt))
  const outOf = hasTwoRanges(reviews.flatMap(({ rating }) => rating ?? []))
  const years = reviews.map(({ publishedAt }) => yearOf(new Date(publishedAt), timeZone))
  return {
    reviews,
    scores: reviews.map(({ rating }) => briefRating(rating, { outOf, language })).join(' → '),
    years: years.join(' → '),
    words: reviews.map(({ rating }, index) => `${spoken(rating, language)} in ${years[index]}`).join(', then '),
  }
}

/** Whether bare numbers would be compared that cannot be: "3 → 8" of five and of ten. */
function hasTwoRanges(ratings: Rating[]): boolean {
  const ranges = ratings.filter(({ scale }) => scale.kind === 'numeric').map(({ scale }) => `${scale.min}–${scale.max}`)
  return new Set(ranges).size > 1
}

function spoken(rating: Rating | null, language?: string): string {
  return rating === null ? 'not scored' : ratingLabel(rating, language).replace(/^Rating: /, '')
}
