import { env } from '#lib/env.ts'
import { cardPath, cardSize, type Picture, picturePath } from '#lib/media/pictures.ts'
import {
  projection,
  type Rating,
  type RatingUnit,
  ratingLabel,
  ratingSentence,
  shortRating,
} from '#lib/ratings/ratings.ts'
import type { Link, ReviewCard } from '#lib/reviews/reviews.ts'
import type { CreditLine, WorkRef } from '#lib/works/works.ts'
import { apiPath } from './api.ts'
import type { ReviewSummary } from './review-schema.ts'

// What the pages have, as the API says it.

export function absolute(path: string): string {
  return env().SITE_URL + path
}

/** Where something with a page is, and the last part of that. */
export function placeOf(path: string): { slug: string; url: string; api: string } {
  return { slug: path.slice(path.lastIndexOf('/') + 1), url: absolute(path), api: absolute(apiPath(path)) }
}

const nowhere = { slug: null, url: null, api: null }

export function toRef({ id, name, path }: Link) {
  return { id, name, ...placeOf(path) }
}

export function toWorkRef({ id, kind, title, year, path }: WorkRef) {
  return { id, kind, title, year, ...(path === null ? nowhere : placeOf(path)) }
}

export function toPicture(picture: Picture) {
  const { alt, caption, credit, licence, licenceUrl, widths } = picture
  return {
    url: absolute(cardPath(picture)),
    ...cardSize,
    ...{ alt, caption, credit, licence },
    licenceUrl: licenceUrl || null,
    sizes: widths.map(width => ({ url: absolute(picturePath(picture, width)), width })),
  }
}

export function toUnit(unit: RatingUnit) {
  const { singular, plural, glyph } = unit
  return { singular, plural, glyph }
}

/** `score` as it was reckoned when the review was published. */
export function toRating(rating: Rating, score: number | null) {
  const { scale, unit, value } = rating
  return {
    value,
    ...{ min: scale.min, max: scale.max, step: scale.step },
    unit: unit && toUnit(unit),
    sentence: ratingSentence(rating),
    short: shortRating(rating),
    label: ratingLabel(rating),
    score: score ?? projection(rating),
    scale: {
      ...{ key: scale.key, version: scale.version, name: scale.name, kind: scale.kind },
      api: absolute(apiPath(`/scales/${scale.key}`)),
    },
  }
}

/** "Five OS's out of five", or that there is no score. */
function ratingText(rating: Rating | null): string {
  return rating ? ratingSentence(rating) : 'Not scored'
}

export function toReviewRef(card: ReviewCard) {
  const { id, title, publishedAt } = card
  return {
    ...{ id, title, publishedAt },
    ...placeOf(card.path),
    ratingText: ratingText(card.rating),
    critics: card.critics.map(toRef),
  }
}

export function toSummary(card: ReviewCard, modifiedAt: string): ReviewSummary {
  const { id, kind, title, standfirst, verdict, pullQuote, badges, language, publishedAt, rating } = card
  return {
    ...{ id, kind, title, standfirst, verdict, pullQuote, badges, language, publishedAt, modifiedAt },
    ...placeOf(card.path),
    isScored: rating !== null,
    rating: rating && toRating(rating, card.score),
    ratingText: ratingText(rating),
    work: toWorkRef(card.work),
    critics: card.critics.map(toRef),
    section: toRef(card.section),
    picture: card.picture && toPicture(card.picture),
  }
}

export function toCredit({ role, label, people }: CreditLine) {
  return {
    ...{ role, label },
    people: people.map(({ id, name, character, path }) => ({
      ...{ id, name, character },
      url: path && absolute(path),
      api: path && absolute(apiPath(path)),
    })),
  }
}
