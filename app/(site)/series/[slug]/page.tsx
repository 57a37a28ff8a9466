import type { Metadata } from 'next'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { PageHead } from '#components/site/listing.tsx'
import { ReviewCard } from '#components/site/review-card.tsx'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { getSeriesPage } from '#lib/series/published.ts'
import { reviewedOf, seriesKindName } from '#lib/series/series.ts'
import { getSettings } from '#lib/settings/published.ts'
import styles from './series.module.css'

export async function generateMetadata({ params }: PageProps<'/series/[slug]'>): Promise<Metadata> {
  const { slug } = await params
  const series = await getSeriesPage(slug)
  if (!series) return {}
  return pageMetadata({
    title: `${series.name}: our reviews in order`,
    description: series.note || reviewedOf(series),
    path: `/series/${slug}`,
    picture: series.works[0]?.reviews[0]?.picture,
  })
}

export default async function SeriesPage({ params }: PageProps<'/series/[slug]'>) {
  const { slug } = await params
  const [series, settings] = await Promise.all([getSeriesPage(slug), getSettings()])
  if (!series) return null
  const reviews = series.works.flatMap(work => work.reviews)
  return (
    <>
      <CacheTags
        tags={[`series:${series.id}`, ...series.works.map(work => `work:${work.id}` as const)]}
        reviews={reviews}
      />
      <PageMarkup
        trail={[
          { name: 'Series and franchises', path: '/series' },
          { name: series.name, path: `/series/${slug}` },
        ]}
      />
      <PageHead kicker={<a href="/series">{seriesKindName(series.kind)}</a>} title={<bdi>{series.name}</bdi>}>
        {series.note && <p>{series.note}</p>}
        <p className={styles.count}>{reviewedOf(series)}</p>
      </PageHead>
      <ol className={styles.works} aria-label="In order">
        {series.works.map(({ id, reviews: own }) => (
          <li key={id}>
            {own.map(review => (
              <ReviewCard key={review.id} review={review} place={settings} shape="row" level={2} />
            ))}
          </li>
        ))}
      </ol>
    </>
  )
}
