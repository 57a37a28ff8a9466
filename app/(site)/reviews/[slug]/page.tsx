import type { Metadata } from 'next'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { ReviewArticle } from '#components/review/article.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { cardAlt, cardContentOf, cardPathOf, stillAlt, stillPathOf } from '#lib/cards/cards.ts'
import { env } from '#lib/env.ts'
import type { CacheTag } from '#lib/events/events.ts'
import { reviewHead } from '#lib/markup/head.ts'
import { reviewMarkup } from '#lib/markup/markup.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { getPublishedReview } from '#lib/reviews/published.ts'
import type { ReviewArticle as Review } from '#lib/reviews/reviews.ts'
import { alternatesOf } from '#lib/reviews/translations.ts'
import { updatedAt } from '#lib/reviews/updated.ts'
import { listSeriesOf } from '#lib/series/published.ts'
import { zonedIso } from '#lib/settings/dates.ts'
import { getSettings } from '#lib/settings/published.ts'
import { getWorkFacts } from '#lib/works/published-facts.ts'
import { AboutTheWork } from './_components/about-the-work.tsx'
import { AfterReview } from './_components/after-review.tsx'

// proxy.ts let only live addresses through.
export async function generateMetadata({ params }: PageProps<'/reviews/[slug]'>): Promise<Metadata> {
  const { slug } = await params
  const review = await getPublishedReview(slug)
  if (!review) return {}
  const [settings, siteUrl] = [await getSettings(), env().SITE_URL]
  const { title, description } = reviewHead(review, { siteUrl, settings })
  const languages = alternatesOf(review)
  return pageMetadata({
    title,
    description,
    path: review.path,
    picture: review.picture,
    still: { path: stillPathOf(slug), alt: stillAlt(cardContentOf(review, settings)) },
    language: review.language,
    ...(languages && { languages }),
    card: { path: cardPathOf(slug), alt: cardAlt(cardContentOf(review, settings)) },
    isEmbeddable: true,
    article: {
      publishedAt: zonedIso(review.publishedAt, settings.timeZone),
      modifiedAt: zonedIso(updatedAt(review, settings.timeZone) ?? review.publishedAt, settings.timeZone),
      authors: review.critics.map(critic => siteUrl + critic.path),
      section: review.section.name,
      tags: review.topics.map(topic => topic.name),
    },
  })
}

export default async function ReviewPage({ params }: PageProps<'/reviews/[slug]'>) {
  const [review, settings] = await Promise.all([getPublishedReview((await params).slug), getSettings()])
  if (!review) return null
  const [facts, series] = await Promise.all([getWorkFacts(review.work.id), listSeriesOf(review.work.id)])
  return (
    <>
      <CacheTags
        tags={[...tagsOf(review), ...series.map(({ id }): CacheTag => `series:${id}`)]}
        reviews={shownWith(review)}
      />
      <PageMarkup
        graph={reviewMarkup(review, { siteUrl: env().SITE_URL, settings })}
        trail={[review.section, { name: review.title, path: review.path }]}
      />
      <ReviewArticle
        review={review}
        place={settings}
        aside={<AboutTheWork review={review} facts={facts} series={series} place={settings} isLive />}
      >
        <AfterReview review={review} place={settings} />
      </ReviewArticle>
    </>
  )
}

function shownWith(review: Review) {
  const { rereviewOf, rereviews, opinions, related } = review
  return [review, ...(rereviewOf ? [rereviewOf] : []), ...rereviews, ...opinions, ...related.map(entry => entry.review)]
}

function tagsOf({ work, credits }: Review): CacheTag[] {
  const people = credits.flatMap(line => line.people.map((person): CacheTag => `person:${person.id}`))
  return [`work:${work.id}`, ...people]
}
