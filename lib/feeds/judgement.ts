import { ratingSentence } from '#lib/ratings/ratings.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
import { type Attributes, element, type Markup, together } from './elements.ts'
import type { FeedJudgement } from './feed.ts'

// Ratings for programs: an XML namespace for RSS and Atom, an extension object for JSON Feed. Both say the same, and /feeds explains them.

/** "Four and a half stars out of five", "Four stars out of five so far", "Not scored"; figures as `language` writes them. */
export function judgementText({ rating, kind }: Pick<ReviewCard, 'rating' | 'kind'>, language: string): string {
  if (rating === null) return 'Not scored'
  const sentence = ratingSentence(rating, language)
  return kind === 'in_progress' ? `${sentence}, so far` : sentence
}

/** The elements of the namespace in an entry, with the prefix `oof`. */
export function judgementElements(judgement: FeedJudgement): Markup {
  const { rating, work, verdict } = judgement
  return together(
    rating === null
      ? element('oof:unscored')
      : element('oof:rating', ratingAttributes(judgement, rating), judgement.sentence),
    verdict !== '' && element('oof:verdict', {}, verdict),
    element('oof:work', { kind: work.kind, year: work.year, url: work.url }, work.title),
  )
}

function ratingAttributes({ score, kind }: FeedJudgement, rating: NonNullable<FeedJudgement['rating']>): Attributes {
  const { scale, unit, value } = rating
  return {
    value,
    min: scale.min,
    max: scale.max,
    step: scale.step,
    label: scale.labels[value],
    unit: unit?.plural,
    score,
    scale: scale.key,
    type: scale.kind,
    provisional: kind === 'in_progress' ? 'true' : null,
  }
}

/** The extension object of an item of JSON Feed. */
export function judgementData(judgement: FeedJudgement, about: string) {
  const { rating, score, verdict, kind, work } = judgement
  return {
    about,
    rating: rating && {
      sentence: judgement.sentence,
      value: rating.value,
      min: rating.scale.min,
      max: rating.scale.max,
      step: rating.scale.step,
      label: rating.scale.labels[rating.value] ?? null,
      unit: rating.unit && { singular: rating.unit.singular, plural: rating.unit.plural },
      score,
      scale: { key: rating.scale.key, name: rating.scale.name, version: rating.scale.version, type: rating.scale.kind },
      provisional: kind === 'in_progress',
    },
    unscored: rating === null,
    verdict,
    work: { title: work.title, kind: work.kind, year: work.year, url: work.url },
  }
}
