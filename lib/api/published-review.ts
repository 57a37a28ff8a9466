import { proseHtml } from '#lib/feeds/prose-html.ts'
import { readingMinutes } from '#lib/prose/prose.ts'
import { aspectValueText } from '#lib/reviews/aspects.ts'
import { disclosureText } from '#lib/reviews/disclosures.ts'
import { getPublishedReview } from '#lib/reviews/published.ts'
import type { ReviewArticle } from '#lib/reviews/reviews.ts'
import type { ReviewAnswer } from './review-schema.ts'
import { absolute, placeOf, toCredit, toRef, toReviewRef, toSummary } from './shapes.ts'

/** The review that is live under that slug, whole; null when none is. */
export async function getReview(slug: string): Promise<ReviewAnswer | null> {
  const review = await getPublishedReview(slug)
  return review && toReview(review)
}

function toReview(review: ReviewArticle): ReviewAnswer {
  const { wordCount, spoilers, advisory, seen, seenHow, pros, cons, disclosures, sameAs, rating } = review
  return {
    ...toSummary(review, review.modifiedAt),
    contentHtml: proseHtml(review.body, { ...review, siteUrl: absolute('') }).text,
    contentText: review.plainText,
    ...{ wordCount, spoilers, advisory, seen, seenHow, pros, cons, disclosures, sameAs },
    readingMinutes: readingMinutes(wordCount),
    aspects: review.aspects.map(({ name, weight, value }) => ({
      ...{ name, weight, value },
      text: rating ? aspectValueText(value, rating.scale) : String(value),
    })),
    disclosure: disclosureText(review),
    topics: review.topics.map(toRef),
    credits: review.credits.map(toCredit),
    corrections: review.corrections.map(({ at, text }) => ({ at, text })),
    rereviewOf: review.rereviewOf && toReviewRef(review.rereviewOf),
    rereviews: review.rereviews.map(toReviewRef),
    otherReviews: review.opinions.map(toReviewRef),
    translations: review.translations.map(({ language, title, path }) => {
      const { url, api } = placeOf(path)
      return { language, title, url, api }
    }),
  }
}
