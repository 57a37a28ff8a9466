import { type Rating, ratingSentence } from '#lib/ratings/ratings.ts'
import { type ReviewCard, reviewKindName } from '#lib/reviews/reviews.ts'
import type { PublicationSettings } from '#lib/settings/settings.ts'
import { type Theme, themeOf } from '#lib/theme/theme.ts'
import { kindName } from '#lib/works/works.ts'

/** What is drawn on the card of a verdict: all of it text that stands on the review's page too. */
export interface CardContent {
  /** What was reviewed: the work's title. */
  title: string
  /** "Film, 2013" */
  detail: string
  rating: Rating | null
  /** "Five OS’s out of five", or "Not scored". */
  sentence: string
  /** "on a scale from F to A+", beside a grade; otherwise empty. */
  range: string
  /** "Rosalind Petrakis and Tobias Wren" */
  critics: string
  publication: string
  /** BCP 47, of the review. */
  language: string
  /** The look of the house, whose colours it is drawn in. */
  theme: Theme
}

/** Width and height of a card, in pixels: what social networks show without cropping. */
export const cardDrawing = { width: 1200, height: 630 } as const

/** "/cards/her.png" */
export function cardPathOf(slug: string): string {
  return `/cards/${slug}.png`
}

/** "/cards/stills/her.png": the still of a review that has no picture, 1200 × 675 and without a word. */
export function stillPathOf(slug: string): string {
  return `/cards/stills/${slug}.png`
}

type Carded = Pick<ReviewCard, 'work' | 'kind' | 'rating' | 'critics' | 'language'>

/** The card of a review, live or a draft. */
export function cardContentOf(
  review: Carded,
  settings: Pick<PublicationSettings, 'name' | 'language'> & Theme,
): CardContent {
  const { name, language } = settings
  const { work, kind, rating, critics } = review
  const noun = kind === 'full' ? '' : reviewKindName(kind)
  return {
    title: work.title,
    detail: [kindName(work.kind), work.year, noun].filter(Boolean).join(', '),
    rating,
    sentence: rating ? ratingSentence(rating, language) : 'Not scored',
    range: rangeOf(rating),
    critics: new Intl.ListFormat(language, { type: 'conjunction' }).format(critics.map(critic => critic.name)),
    publication: name,
    language: review.language,
    theme: themeOf(settings),
  }
}

/** The card in words, for those who cannot see it: "Her (Film, 2013): Five OS’s out of five. Reviewed by Rosalind Petrakis for Out of Five." */
export function cardAlt({ title, detail, sentence, critics, publication }: CardContent): string {
  return `${title} (${detail}): ${sentence}. Reviewed by ${critics} for ${publication}.`
}

/** The drawn still in words: what is counted on it, or the publication's mark. */
export function stillAlt({ rating, publication }: CardContent): string {
  return rating?.unit
    ? `One ${rating.unit.singular}, drawn large before a low sun`
    : `The mark of ${publication} before a low sun`
}

function rangeOf(rating: Rating | null): string {
  if (rating?.scale.kind !== 'letter') return ''
  return `on a scale from ${rating.scale.labels.at(0)} to ${rating.scale.labels.at(-1)}`
}
