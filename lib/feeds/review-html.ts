import { hasSpoiler } from '#lib/prose/prose.ts'
import type { RatingScale } from '#lib/ratings/ratings.ts'
import { aspectFigure, weightedText } from '#lib/reviews/aspects.ts'
import { disclosureText } from '#lib/reviews/disclosures.ts'
import { reviewKindName } from '#lib/reviews/reviews.ts'
import { dateText } from '#lib/settings/dates.ts'
import type { PublicationSettings } from '#lib/settings/settings.ts'
import { kindName } from '#lib/works/works.ts'
import { type Child, element, type Markup, together } from './elements.ts'
import type { FeedReview } from './feed.ts'
import { judgementText } from './judgement.ts'
import { pictureHtml, proseHtml } from './prose-html.ts'

interface Site {
  siteUrl: string
  settings: PublicationSettings
}

/**
 * A review as HTML for feeds: what was reviewed and the rating in words before anything else, then the page's own order: the picture,
 * what is disclosed (before any link that earns money), the text, points and aspects, corrections.
 */
export function reviewHtml(review: FeedReview, { siteUrl, settings }: Site): Markup {
  return together(
    judgement(review, siteUrl, settings.language),
    review.kind === 'in_progress' &&
      note('This review is in progress: what is said here may still change, and so may the score.'),
    review.picture && pictureHtml(review.picture, siteUrl),
    disclosure(review),
    review.advisory !== '' &&
      element('p', {}, element('a', { href: siteUrl + review.path }, 'Content advisory, on the page')),
    spoilerNotice(review),
    proseHtml(review.body, { ...review, siteUrl }),
    points('For', review.pros),
    points('Against', review.cons),
    aspects(review, settings.language),
    corrections(review, settings),
  )
}

function judgement(review: FeedReview, siteUrl: string, language: string): Markup {
  const { work, kind, badges, verdict } = review
  const name = [element('cite', {}, work.title), work.year ? ` (${work.year})` : '']
  return together(
    element(
      'p',
      {},
      [kindName(work.kind), ...(kind === 'full' ? [] : [reviewKindName(kind)])].join(' · '),
      ' · ',
      work.path ? element('a', { href: siteUrl + work.path }, name) : name,
    ),
    element(
      'p',
      {},
      element('strong', {}, judgementText(review, language)),
      badges.map(badge => [' · ', badge]),
    ),
    verdict !== '' && element('p', {}, element('em', {}, verdict)),
  )
}

function note(words: string): Markup {
  return element('p', {}, element('em', {}, words))
}

function disclosure(review: FeedReview): Child {
  const text = disclosureText(review)
  return text !== '' && element('p', {}, element('strong', {}, 'Disclosure:'), ` ${text}`)
}

function spoilerNotice({ spoilers, body, work }: FeedReview): Child {
  if (spoilers !== 'major') return null
  return note(
    hasSpoiler(body)
      ? `This review gives away much of ${work.title}. The worst of it is left out here, and stands covered on the page.`
      : `This review gives away much of ${work.title}. The verdict above is safe; read on when you know the rest.`,
  )
}

function points(title: string, list: string[]): Child {
  if (list.length === 0) return null
  const items = list.map(point => element('li', {}, point))
  return [element('h3', {}, title), element('ul', {}, items)]
}

function aspects({ aspects, rating }: FeedReview, language: string): Child {
  if (aspects.length === 0 || rating === null) return null
  const { scale } = rating
  const items = aspects.map(({ name, value }) => element('li', {}, `${name}: ${aspectFigure(value, scale, language)}`))
  return [
    element('h3', {}, `By aspect${outOf(scale, language)}`),
    element('ul', {}, items),
    element('p', {}, `They come to ${weightedText(aspects, scale, language)}. The score is the critic’s own.`),
  ]
}

function outOf(scale: RatingScale, language: string): string {
  return scale.kind === 'numeric' && scale.min >= 0 ? `, out of ${aspectFigure(scale.max, scale, language)}` : ''
}

function corrections({ corrections }: FeedReview, settings: PublicationSettings): Child {
  return corrections.map(({ at, text }) =>
    element('p', {}, element('strong', {}, `Correction, ${dateText(at, settings)}:`), ` ${text}`),
  )
}
