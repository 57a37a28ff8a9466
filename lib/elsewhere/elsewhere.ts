import type { HeadReview } from '#lib/markup/head.ts'
import type { Picture } from '#lib/media/pictures.ts'
import { plainText } from '#lib/prose/prose.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'

// How a review that is being written will look where machines show it: among search results, on cards, and to them as markup.

/** What a search engine may show of the rating that is marked up: "Rating: 4.5/5 · Review by Imogen Vale". */
export interface MarkedRating {
  value: number
  best: number
  author: string
}

/** What the server makes of the working copy as it is saved. */
export interface Elsewhere {
  review: HeadReview
  /** Null where no rating is marked up: an unscored review, a kind of work that engines take none of. */
  rated: MarkedRating | null
  /** The JSON-LD of the page. */
  graph: unknown[]
  /** The drawn card: what it says, for whoever does not see it, and a key that changes when it is drawn otherwise. */
  card: { alt: string; key: string }
}

type Written = Pick<
  ReviewContent,
  | 'title'
  | 'standfirst'
  | 'verdict'
  | 'body'
  | 'searchTitle'
  | 'searchDescription'
  | 'pros'
  | 'cons'
  | 'imageId'
  | 'imageAlt'
>

/**
 * The saved review with what has been written since, so that its head follows every keystroke; what needs the server (the work, the
 * critics) is as it was saved. `pictures` are those that the editor has met.
 */
export function withWritten(saved: HeadReview, written: Written, pictures: Record<string, Picture>): HeadReview {
  const { title, standfirst, verdict, searchTitle, searchDescription, pros, cons, imageId, imageAlt, body } = written
  const picture = imageId === null ? null : (pictures[imageId] ?? saved.picture)
  return {
    ...saved,
    ...{ title, standfirst, verdict, searchTitle, searchDescription, pros, cons },
    plainText: plainText(body),
    picture: picture && { ...picture, alt: imageAlt },
  }
}

/** The address as search results show it: the host, then the steps. A draft's last step is not decided yet. */
export function crumbs(siteUrl: string, slug: string): string[] {
  return [new URL(siteUrl).host, 'reviews', slug.startsWith('draft-') ? '…' : slug]
}
