import type { Metadata } from 'next'
import { ReviewArticle } from '#components/review/article.tsx'
import { JsonLd } from '#components/review/json-ld.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { env } from '#lib/env.ts'
import type { CacheTag } from '#lib/events/events.ts'
import { breadcrumbMarkup, reviewMarkup } from '#lib/markup/markup.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { excerpt } from '#lib/prose/prose.ts'
import { getPublishedReview } from '#lib/reviews/published.ts'
import type { ReviewArticle as Review } from '#lib/reviews/reviews.ts'
import { listSeriesOf } from '#lib/series/published.ts'
import { zonedIso } from '#lib/settings/dates.ts'
import { getSettings } from '#lib/settings/published.ts'
import { getWorkFacts } from '#lib/works/published-facts.ts'
import { AboutTheWork } from './_components/about-the-work.tsx'
import { AfterReview } from './_components/after-review.tsx'

// proxy.ts let only live addresses through.
export async function generateMetadata({ params }: PageProps<'/reviews/[slug]'>): Promise<Metadata> {
  const review = await getPublishedReview((await params).slug)
  if (!review) return {}
  const { timeZone } = await getSettings()
  const year = review.work.year ? ` (${review.work.year})` : ''
  return pageMetadata({
    title: review.searchTitle || `${review.work.title}${year} review: ${review.title}`,
    description: review.searchDescription || review.standfirst || excerpt(review.body),
    path: review.path,
    picture: review.picture,
    article: {
      publishedAt: zonedIso(review.publishedAt, timeZone),
      modifiedAt: zonedIso(review.modifiedAt, timeZone),
      authors: review.critics.map(critic => new URL(critic.path, env().SITE_URL).href),
      section: review.section.name,
      tags: review.topics.map(topic => topic.name),
    },
  })
}

export default async function ReviewPage({ params }: PageProps<'/reviews/[slug]'>) {
  const [review, settings] = await Promise.all([getPublishedReview((await params).slug), getSettings()])
  if (!review) return null
  const [facts, series] = await Promise.all([getWorkFacts(review.work.id), listSeriesOf(review.work.id)])
  const siteUrl = env().SITE_URL
  const trail = [{ name: settings.name, path: '/' }, review.section, { name: review.title, path: review.path }]
  return (
    <>
      <CacheTags
        tags={[...tagsOf(review), ...series.map(({ id }): CacheTag => `series:${id}`)]}
        reviews={shownWith(review)}
      />
      <JsonLd graph={[...reviewMarkup(review, { siteUrl, settings }), breadcrumbMarkup(siteUrl, trail)]} />
      <ReviewArticle
        review={review}
        place={settings}
        aside={<AboutTheWork review={review} facts={facts} series={series} place={settings} />}
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
