import type { ArticleLeaf, ItemListLeaf, ReviewLeaf, ThingLeaf } from 'schema-dts'
import type { Picture } from '#lib/media/pictures.ts'
import { walkProse } from '#lib/prose/prose.ts'
import { ratingForMarkup } from '#lib/ratings/ratings.ts'
import type { ReviewArticle } from '#lib/reviews/reviews.ts'
import { updatedAt } from '#lib/reviews/updated.ts'
import { zonedIso } from '#lib/settings/dates.ts'
import { criticMarkup, type MarkupNode, publisherMarkup, type Site } from './graph.ts'
import { cardMarkup, shownMarkup } from './image-markup.ts'
import { listed } from './makers.ts'
import { isRatedInMarkup, type WorkMarkup, workId, workMarkup } from './work-markup.ts'

/**
 * What a review's page says to machines, of the same values as it shows: the Article and, where the kind of work is eligible and the
 * review is scored, the Review with its rating. Each names the other and the work, so that they are one graph.
 * https://developers.google.com/search/docs/appearance/structured-data/review-snippet
 */
export function reviewMarkup(review: ReviewArticle, site: Site): MarkupNode[] {
  const { siteUrl, settings } = site
  const { timeZone } = settings
  const url = siteUrl + review.path
  const id = workId(review.work, siteUrl, review.path)
  const work = workMarkup(review, siteUrl, id)
  const said = {
    author: listed(review.critics.map(critic => criticMarkup(critic, siteUrl))),
    publisher: publisherMarkup(site),
    inLanguage: review.language,
    datePublished: zonedIso(review.publishedAt, timeZone),
    dateModified: zonedIso(updatedAt(review, timeZone) ?? review.publishedAt, timeZone),
  }
  const article: ArticleLeaf = {
    '@type': 'Article',
    '@id': `${url}#article`,
    headline: review.title,
    description: review.standfirst || undefined,
    ...said,
    mainEntityOfPage: url,
    image: review.picture ? [cardMarkup(review.picture, siteUrl)] : undefined,
    associatedMedia: listed(shownMarkup(bodyPictures(review), siteUrl)),
    articleSection: review.section.name,
    keywords: listed(review.topics.map(topic => topic.name)),
    about: subject(work),
    correction: listed(
      review.corrections.map(({ at, text }) => ({
        '@type': 'CorrectionComment' as const,
        text,
        datePublished: zonedIso(at, timeZone),
      })),
    ),
  }
  const { rating } = review
  if (rating === null || !isRatedInMarkup(review.work.kind)) return [article]
  const reviewId = `${url}#review`
  const judgement: ReviewLeaf = {
    '@type': 'Review',
    '@id': reviewId,
    url,
    name: review.title,
    ...said,
    isPartOf: { '@id': `${url}#article` },
    reviewBody: review.verdict || undefined,
    // A product is refused unless it has an offer or a review.
    itemReviewed: work['@type'] === 'Product' ? { ...work, review: { '@id': reviewId } } : work,
    reviewRating: { '@type': 'Rating', ...ratingForMarkup(rating, settings.language) },
    ...points(review),
  }
  // The work is told once, in the review, where engines look for it.
  return [{ ...article, about: { '@id': id }, hasPart: { '@id': reviewId } }, judgement]
}

/** The pictures in the text with the words that they have there, each once; without those of spoilers, whose words give something away. */
function bodyPictures({ body, pictures }: ReviewArticle): Picture[] {
  const shown = new Map<string, Picture>()
  for (const { type, attrs } of walkProse(body, { spoilers: false })) {
    const picture = type === 'figure' ? pictures[String(attrs?.mediaId)] : undefined
    if (!picture || shown.has(picture.id)) continue
    const words = (name: 'alt' | 'caption' | 'credit') => String(attrs?.[name] || picture[name])
    shown.set(picture.id, { ...picture, alt: words('alt'), caption: words('caption'), credit: words('credit') })
  }
  return [...shown.values()]
}

/** What an article without a rating is about. Engines would miss a review of a product, so it is one in another word only. */
function subject(work: WorkMarkup): WorkMarkup | ThingLeaf {
  if (work['@type'] !== 'Product') return work
  const { '@id': id, name, url, sameAs } = work
  return { '@type': 'Thing', additionalType: 'https://schema.org/Product', '@id': id, name, url, sameAs }
}

/**
 * What is said for and against, which engines take of editorial reviews of products only, and from two on.
 * https://developers.google.com/search/docs/appearance/structured-data/product-snippet#pros-cons
 */
function points({ work, pros, cons }: ReviewArticle): Pick<ReviewLeaf, 'positiveNotes' | 'negativeNotes'> {
  if ((work.kind !== 'product' && work.kind !== 'app') || pros.length + cons.length < 2) return {}
  return { positiveNotes: notes(pros), negativeNotes: notes(cons) }
}

function notes(said: string[]): ItemListLeaf | undefined {
  if (said.length === 0) return undefined
  return {
    '@type': 'ItemList',
    itemListElement: said.map((name, index) => ({ '@type': 'ListItem', position: index + 1, name })),
  }
}
