import { createHash } from 'node:crypto'
import type { Editor } from '#lib/auth/editor.ts'
import { type CardContent, cardAlt, cardContentOf } from '#lib/cards/cards.ts'
import { env } from '#lib/env.ts'
import { breadcrumbMarkup, reviewMarkup } from '#lib/markup/markup.ts'
import { isRatedInMarkup } from '#lib/markup/work-markup.ts'
import { ratingForMarkup } from '#lib/ratings/ratings.ts'
import { getPreview } from '#lib/reviews/desk-queries-preview.ts'
import type { ReviewArticle } from '#lib/reviews/reviews.ts'
import { getSettings } from '#lib/settings/published.ts'
import type { Elsewhere, MarkedRating } from './elsewhere.ts'

/** What machines would be told of the working copy if it were published now. Null when the review is not there for this editor. */
export async function getElsewhere(editor: Editor, id: string): Promise<Elsewhere | null> {
  const [review, settings] = await Promise.all([getPreview(editor, id), getSettings()])
  if (!review) return null
  const siteUrl = env().SITE_URL
  const content = cardContentOf(review, settings)
  const trail = [{ name: settings.name, path: '/' }, review.section, { name: review.title, path: review.path }]
  return {
    review: headOf(review),
    rated: ratedOf(review),
    graph: [...reviewMarkup(review, { siteUrl, settings }), breadcrumbMarkup(siteUrl, trail)],
    card: { alt: cardAlt(content), key: keyOf(content) },
  }
}

/** What is drawn on the card of the working copy. Null when the review is not there for this editor. */
export async function getCardToBe(editor: Editor, id: string): Promise<CardContent | null> {
  const [review, settings] = await Promise.all([getPreview(editor, id), getSettings()])
  return review && cardContentOf(review, settings)
}

function headOf(review: ReviewArticle): Elsewhere['review'] {
  const { title, kind, critics, work, standfirst, verdict, plainText, searchTitle, searchDescription } = review
  const { picture, path, sameAs, pros, cons } = review
  return {
    ...{ title, kind, critics, work, standfirst, verdict, plainText, searchTitle, searchDescription },
    ...{ picture, path, sameAs, pros, cons },
  }
}

function ratedOf({ rating, work, critics }: ReviewArticle): MarkedRating | null {
  if (!rating || !isRatedInMarkup(work.kind)) return null
  const { ratingValue, bestRating } = ratingForMarkup(rating)
  return { value: ratingValue, best: bestRating, author: critics.map(critic => critic.name).join(', ') }
}

function keyOf(content: CardContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 12)
}
