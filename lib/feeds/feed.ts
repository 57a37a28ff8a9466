import type { Rating } from '#lib/ratings/ratings.ts'
import type { ReviewArticle, ReviewCard, ReviewKind } from '#lib/reviews/reviews.ts'
import type { WorkKind } from '#lib/works/works.ts'
import type { Markup } from './elements.ts'
import type { FeedOf } from './feeds.ts'

// What a feed says, whichever format says it. Addresses are absolute, dates ISO 8601 with the publication's own offset.

export interface Feed {
  of: FeedOf
  /** An IRI that stays the same for as long as the feed is about the same thing. */
  id: string
  title: string
  description: string
  /** The page that the feed follows. */
  pageUrl: string
  /** BCP 47. */
  language: string
  updatedAt: string
  publication: { name: string; url: string; iconUrl: string }
  /** Address of the WebSub hub; empty for none. */
  hub: string
  /** Where the extension is described that carries ratings as data; its XML namespace too. */
  namespace: string
  page: number
  pages: number
  entries: FeedEntry[]
}

export interface FeedEntry {
  /** `urn:uuid:` and the id of what it is: survives an edit, another address and another site. */
  id: string
  url: string
  title: string
  /** A sentence or two as plain text, spoiler-free. */
  summary: string
  content: Markup
  publishedAt: string
  updatedAt: string
  /** BCP 47. */
  language: string
  authors: { name: string; url: string }[]
  categories: FeedCategory[]
  picture: FeedPicture | null
  /** What is reviewed and how it was judged; null for what is not a review, such as a list. */
  judgement: FeedJudgement | null
}

export interface FeedCategory {
  /** The part of its address that names it among its like. */
  term: string
  label: string
  /** Address of the page that lists its like. */
  scheme: string
}

/** The still of 1200 × 675 as a file. */
export interface FeedPicture {
  url: string
  type: string
  /** In bytes. */
  length: number
  width: number
  height: number
  alt: string
  credit: string
}

export interface FeedJudgement {
  /** "Five OS's out of five", "Not scored". */
  sentence: string
  rating: Rating | null
  /** 0–100; null when not scored. */
  score: number | null
  verdict: string
  kind: ReviewKind
  work: { title: string; kind: WorkKind; year: number | null; url: string | null }
}

/** A review with everything that its entry says. */
export type FeedReview = ReviewCard &
  Pick<
    ReviewArticle,
    | 'modifiedAt'
    | 'body'
    | 'plainText'
    | 'spoilers'
    | 'pros'
    | 'cons'
    | 'aspects'
    | 'advisory'
    | 'disclosures'
    | 'disclosureNote'
    | 'topics'
    | 'pictures'
    | 'mentions'
    | 'sponsored'
    | 'corrections'
  > & { still: FeedPicture | null }
