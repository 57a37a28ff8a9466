import type { Correction } from '#lib/corrections/corrections.ts'
import type { Picture } from '#lib/media/pictures.ts'
import type { Prose } from '#lib/prose/prose.ts'
import type { Rating } from '#lib/ratings/ratings.ts'
import type { CreditLine, WorkRef } from '#lib/works/works.ts'
import type { ReviewDetails } from './details.ts'

export const reviewKinds = ['full', 'capsule', 'festival', 'rereview', 'in_progress', 'roundup'] as const
export type ReviewKind = (typeof reviewKinds)[number]

export const spoilerLevels = ['none', 'mild', 'major'] as const
export type SpoilerLevel = (typeof spoilerLevels)[number]

const kindNames: Record<ReviewKind, string> = {
  full: 'Review',
  capsule: 'Capsule review',
  festival: 'Festival review',
  rereview: 'Re-review',
  in_progress: 'Review in progress',
  roundup: 'Round-up',
}

/** "Capsule review" */
export function reviewKindName(kind: ReviewKind): string {
  return kindNames[kind]
}

const spoilerNames: Record<SpoilerLevel, string> = {
  none: 'Gives nothing away',
  mild: 'Gives away a little',
  major: 'Gives much away',
}

/** "Gives away a little" */
export function spoilerLevelName(level: SpoilerLevel): string {
  return spoilerNames[level]
}

/** A name with a page. */
export interface Link {
  id: string
  name: string
  path: string
}

/** A published review as lists show it. Dates are ISO 8601 in UTC. */
export interface ReviewCard {
  /** Of the review: the same for all its publications. */
  id: string
  path: string
  kind: ReviewKind
  title: string
  standfirst: string
  verdict: string
  /** A sentence of the text, spoiler-free; empty when none was chosen. */
  pullQuote: string
  badges: string[]
  publishedAt: string
  rating: Rating | null
  /** 0–100; null when not scored. */
  score: number | null
  work: WorkRef
  critics: Link[]
  section: Link
  picture: Picture | null
  /** What it is written in: BCP 47. */
  language: string
  /** The earlier review that this one thinks again about, live or not. */
  rereviewOfId: string | null
}

/** The same review in another language. */
export interface Translation {
  /** BCP 47. */
  language: string
  path: string
  title: string
}

/** A published review whole: what its page, and whatever is derived from it, needs. */
export interface ReviewArticle extends ReviewCard, ReviewDetails {
  modifiedAt: string
  body: Prose
  /** Spoiler-free. */
  plainText: string
  wordCount: number
  seen: string
  spoilers: SpoilerLevel
  topics: Link[]
  credits: CreditLine[]
  /** Addresses that name the work in other catalogues. */
  sameAs: string[]
  searchTitle: string
  searchDescription: string
  /** Pictures in the body, by media id. */
  pictures: Record<string, Picture>
  /** Where the mentions in the body lead, by id; one that leads nowhere is missing. */
  mentions: Record<string, string>
  /** Links in the body that earn money, by the house's list of today. */
  sponsored: string[]
  /** Oldest first. */
  corrections: Correction[]
  /** The earlier review that this one thinks again about, and all later ones about this, newest first. */
  rereviewOf: ReviewCard | null
  rereviews: ReviewCard[]
  /** The same review in other languages, the original first: those that are live, without this one. */
  translations: Translation[]
  /** The review that this one says again in another language; null when it is itself an original. */
  translationOfId: string | null
  /** What else has been published on the same work, newest first, without the two above. */
  opinions: ReviewCard[]
  related: { reason: string; review: ReviewCard }[]
}

/** One page of a listing: `page` from 1, `pages` at least 1. */
export interface ReviewList {
  reviews: ReviewCard[]
  total: number
  page: number
  pages: number
}

export const reviewsPerPage = 12

/** How many characters the reason for lifting an embargo has at least. */
export const shortestReason = 10
