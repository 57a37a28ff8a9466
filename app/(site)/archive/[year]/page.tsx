import type { Metadata } from 'next'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Block, Grid, PageHead } from '#components/site/listing.tsx'
import { Pagination } from '#components/site/pagination.tsx'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { listPublishedReviews } from '#lib/reviews/published.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
import { pageNumber, pageQuery } from '#lib/settings/page-number.ts'
import { getSettings } from '#lib/settings/published.ts'
import styles from '../_components/archive.module.css'

type Props = PageProps<'/archive/[year]'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ year }, page] = [await params, pageNumber(await searchParams)]
  return pageMetadata({
    title: page > 1 ? `Reviews of ${year}, page ${page}` : `Reviews of ${year}`,
    description: `Everything that we published in ${year}, by month.`,
    path: `/archive/${year}${pageQuery(page)}`,
  })
}

export default async function YearPage({ params, searchParams }: Props) {
  const year = Number((await params).year)
  const [settings, list] = await Promise.all([
    getSettings(),
    listPublishedReviews({ year }, pageNumber(await searchParams)),
  ])
  const months = byMonth(list.reviews, settings)
  return (
    <>
      <CacheTags tags={[`year:${year}`]} reviews={list.reviews} />
      <PageHead kicker={<a href="/archive">Archive</a>} title={`${year}`}>
        <p>{list.total === 1 ? 'One review' : `${list.total} reviews`}, newest first.</p>
      </PageHead>
      <div className={styles.months}>
        {[...months].map(([month, reviews]) => (
          <Block key={month} title={month} id={month.toLowerCase()}>
            <Grid reviews={reviews} place={settings} shape="row" />
          </Block>
        ))}
      </div>
      <Pagination page={list.page} pages={list.pages} path={`/archive/${year}`} />
    </>
  )
}

function byMonth(
  reviews: ReviewCard[],
  { language, timeZone }: { language: string; timeZone: string },
): Map<string, ReviewCard[]> {
  const name = new Intl.DateTimeFormat(language, { timeZone, month: 'long' })
  return Map.groupBy(reviews, review => name.format(new Date(review.publishedAt)))
}
