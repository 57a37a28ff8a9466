import { isFresh } from '#lib/ratings/freshness.ts'
import { type Rating, ratingSentence, type ScaleReading, shortRating } from '#lib/ratings/ratings.ts'
import type { ExternalId } from '#lib/works/external-ids.ts'
import type { WorkKind } from '#lib/works/works.ts'

// What aggregators ask for about each review. Plain data: it is shown at the desk, written to files, and remembered by its digest.

/** More reviews than these are not put in one file or on one screen: a shorter range is asked for instead. */
export const mostRows = 5000

/** How long a pull quote may be, in characters, while nobody has said otherwise; and what can be said. */
export const quoteLimits = { usual: 250, least: 40, most: 1000 } as const

export interface AggregatorScore {
  /** In its own words: "Five OS's out of five", "B+", "8.4/10". */
  original: string
  /** The shortest form: "5/5", "B+". */
  short: string
  /** On its own scale; null for letters and verdicts. */
  figures: { value: number; worst: number; best: number } | null
  /** 0–100, by the house's reading of the scale. */
  hundred: number
  isFresh: boolean
}

/** A review as an aggregator is told of it. Dates are ISO 8601 with the offset of the publication's zone. */
export interface AggregatorRow {
  reviewId: string
  /** Absolute. */
  link: string
  headline: string
  critics: string[]
  outlet: string
  work: { id: string; title: string; year: number | null; kind: WorkKind; ids: ExternalId[] }
  /** Empty when none was chosen. */
  quote: string
  /** Null is "not scored". */
  score: AggregatorScore | null
  published: string
  updated: string
  /** BCP 47. */
  language: string
  /** Readers do not find it any more: an aggregator that has it should take it away. */
  isWithdrawn: boolean
}

/** What was said of a review to somebody, the last time. */
export interface Sent {
  recipient: string
  /** ISO 8601. */
  at: string
  /** Whether it would be said otherwise now. */
  isChanged: boolean
}

export interface DeskAggregatorRow extends AggregatorRow {
  /** To each recipient the last time, newest first; to the one that was asked about, when one was. */
  sent: Sent[]
}

/** A rating as aggregators are told of it. `hundred` is the projection that lists are sorted by; `language` is the publication's. */
export function scoreOf(
  rating: Rating,
  { hundred, reading, language }: { hundred: number; reading: ScaleReading; language: string },
): AggregatorScore {
  const { min, max } = rating.scale
  return {
    original: originalScore(rating, language),
    // With a point and no other digits, for programs.
    short: shortRating(rating),
    figures: rating.scale.kind === 'numeric' ? { value: rating.value, worst: min, best: max } : null,
    hundred,
    isFresh: isFresh(rating, reading),
  }
}

/** "Five OS's out of five" where something is counted, "8.4/10" where nothing is, "B+" for a letter. */
function originalScore(rating: Rating, language: string): string {
  return rating.unit || rating.scale.min < 0 ? ratingSentence(rating, language) : shortRating(rating, language)
}

/** "Fresh", "Rotten"; a review without a score is neither. */
export function freshnessName(score: AggregatorScore | null): string {
  if (score === null) return 'Not scored'
  return score.isFresh ? 'Fresh' : 'Rotten'
}

/** What keeps a quote from being taken, in words, with how to mend it; null when nothing does. */
export function quoteProblem(quote: string, limit: number): { problem: string; remedy: string } | null {
  const length = quoteLength(quote)
  if (length === 0) return { problem: 'No pull quote.', remedy: 'Choose a sentence of the review.' }
  if (length <= limit) return null
  const over = length - limit
  return {
    problem: `${length} characters, ${over === 1 ? '1' : over} more than the ${limit} that are taken.`,
    remedy: 'Choose a shorter sentence of the review.',
  }
}

/** In characters as people count them: an emoji is one. */
export function quoteLength(quote: string): number {
  return [...quote.trim()].length
}

/** What is to be told of a row to a recipient: everything, a change, nothing. */
export type Standing = 'not-sent' | 'changed' | 'sent'

export function standingOf({ sent }: Pick<DeskAggregatorRow, 'sent'>): Standing {
  const [last] = sent
  if (!last) return 'not-sent'
  return last.isChanged ? 'changed' : 'sent'
}

/** What is digested to tell whether a row has changed since it was sent: all that is said of the review, without dates of saving. */
export function digestedText(row: AggregatorRow): string {
  if (row.isWithdrawn) return JSON.stringify(['withdrawn', row.reviewId])
  const { link, headline, critics, work, quote, score } = row
  const ids = work.ids.map(({ scheme, value }) => `${scheme}:${value}`).sort()
  return JSON.stringify([
    link,
    headline,
    critics,
    [work.title, work.year, work.kind, ids],
    quote,
    score && [score.original, score.short, score.hundred, score.isFresh],
  ])
}

/** Two spellings of one recipient: "rotten tomatoes " is "Rotten Tomatoes". */
export function recipientKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}
