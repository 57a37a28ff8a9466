import type { Picture } from '#lib/media/pictures.ts'
import type { NamedGlyph } from '#lib/ratings/own-glyphs.ts'
import type { RatingScale, RatingUnit } from '#lib/ratings/ratings.ts'
import type { DeskWork } from '#lib/works/desk-works.ts'
import type { ReviewContent } from './reviews-schema.ts'
import type { RevisionReason } from './revisions.ts'

// What the review editor is given. Plain data: it crosses to the browser.

/** `changed` is live with changes that readers have not seen. */
export type DeskReviewState = 'draft' | 'live' | 'changed' | 'retracted'

export interface DeskReview {
  id: string
  version: number
  content: ReviewContent
  state: DeskReviewState
  /** ISO 8601; null until the first publication. */
  publishedAt: string | null
  /** Where readers find it now; null while it is not live. */
  livePath: string | null
  savedAt: string
  /** Null when a script saved it last, or an account that is gone. */
  savedBy: string | null
  /** What the content refers to, for showing it by name. */
  work: DeskWork | null
  rereviewOf: EarlierReview | null
  translationOf: EarlierReview | null
  /** How many of its translations readers have: they go with it. */
  liveTranslations: number
  /** Pictures of the content, by id: its own and those in the body. */
  pictures: Record<string, Picture>
  may: {
    edit: boolean
    publish: boolean
    retract: boolean
    correct: boolean
    changeByline: boolean
    createWork: boolean
    upload: boolean
    trash: boolean
  }
}

export interface EarlierReview {
  id: string
  title: string
  critics: string
  /** ISO 8601. */
  publishedAt: string
}

export interface ScaleChoice {
  /** Of the version, which is what a rating is given on. */
  id: string
  scale: RatingScale
  unit: RatingUnit | null
  /** The newer version of it, when a review is scored on an older one. */
  newerId: string | null
  isRetired: boolean
}

export interface NamedChoice {
  id: string
  name: string
}

export interface EditorChoices {
  /** With the version of the house scale that a new review in the section is scored on. */
  sections: (NamedChoice & { scaleVersionId: string | null })[]
  topics: NamedChoice[]
  critics: NamedChoice[]
  /** Domains whose links earn money; see lib/reviews/affiliate-links.ts. */
  affiliateDomains: string[]
  /** The names of the house's badges, best first. */
  badges: string[]
  /** The present version of every scale that is offered, and the one that the review was scored on. */
  scales: ScaleChoice[]
  /** The glyphs that the house has made, beside the built-in ones. */
  glyphs: NamedGlyph[]
  /** Origin of the public site, for addresses. */
  siteUrl: string
  publicationName: string
  language: string
  /** The editor's own zone, and the publication's. IANA. */
  timeZone: string
  publicationTimeZone: string
  /** Of whoever is editing. */
  editorName: string
  editorId: string
  /** Which build of the desk the page is of. */
  build: string
}

/** One save of a review, as its history lists it. */
export interface RevisionEntry {
  id: string
  version: number
  reason: RevisionReason
  /** What somebody called it, and why it was made; mostly empty. */
  name: string
  note: string
  /** ISO 8601. */
  at: string
  authorId: string | null
  author: string | null
}
