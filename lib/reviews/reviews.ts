import type { Picture } from '#lib/media/pictures.ts'
import type { Prose } from '#lib/prose/prose.ts'
import type { Rating } from '#lib/ratings/ratings.ts'
import type { CreditLine, WorkRef } from '#lib/works/works.ts'

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
  publishedAt: string
  rating: Rating | null
  /** 0–100; null when not scored. */
  score: number | null
  work: WorkRef
  critics: Link[]
  section: Link
  picture: Picture | null
}

/** A published review whole: what its page, and whatever is derived from it, needs. */
export interface ReviewArticle extends ReviewCard {
  modifiedAt: string
  body: Prose
  /** Spoiler-free. */
  plainText: string
  wordCount: number
  seen: string
  spoilers: SpoilerLevel
  topics: Link[]
  credits: CreditLine[]
  searchTitle: string
  searchDescription: string
  /** Pictures in the body, by media id. */
  pictures: Record<string, Picture>
  /** Where the mentions in the body lead, by id; one that leads nowhere is missing. */
  mentions: Record<string, string>
  /** The earlier review that this one thinks again about, and later ones about this. */
  rereviewOf: ReviewCard | null
  rereviews: ReviewCard[]
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
