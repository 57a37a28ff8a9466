import type { Metadata } from 'next'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { reviewsText } from '#app/(site)/_components/reviews-text.ts'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Block, Grid, PageHead } from '#components/site/listing.tsx'
import { Pagination } from '#components/site/pagination.tsx'
import { archivePath } from '#lib/addresses/addresses.ts'
import { getArchivePage, listArchive } from '#lib/archive/published.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
import { pageNumber } from '#lib/settings/page-number.ts'
import { getSettings } from '#lib/settings/published.ts'
import styles from '../_components/archive.module.css'
import { Months } from '../_components/months.tsx'
import { Neighbours } from '../_components/neighbours.tsx'

type Props = PageProps<'/archive/[year]'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const year = Number((await params).year)
  const { language } = await getSettings()
  const { total, page } = await getArchivePage(year, null, pageNumber(await searchParams))
  return pageMetadata({
    title: `Reviews of ${year}`,
    description: `Everything that we published in ${year}, newest first and by month: ${reviewsText(total, language).toLowerCase()}.`,
    path: archivePath(year),
    page,
  })
}

export default async function YearPage({ params, searchParams }: Props) {
  const year = Number((await params).year)
  const [settings, years, list] = await Promise.all([
    getSettings(),
    listArchive(),
    getArchivePage(year, null, pageNumber(await searchParams)),
  ])
  const at = years.findIndex(entry => entry.year === year)
  const [later, here, earlier] = [years[at - 1], years[at], years[at + 1]]
  const to = (entry: { year: number } | undefined) =>
    entry && { path: archivePath(entry.year), label: String(entry.year) }
  return (
    <>
      <CacheTags tags={['archive', `year:${year}`]} reviews={list.reviews} />
      <PageMarkup
        trail={[
          { name: 'Archive', path: '/archive' },
          { name: `${year}`, path: archivePath(year) },
        ]}
      />
      <PageHead kicker={<a href="/archive">Archive</a>} title={`${year}`}>
        <p>
          {reviewsText(list.total, settings.language)}, newest first
          {list.pages > 1 && `, page ${list.page} of ${list.pages}`}.
        </p>
      </PageHead>
      {here && (
        <nav className={styles.strip} aria-label={`Months of ${year}`}>
          <Months year={here} language={settings.language} />
        </nav>
      )}
      <div className={styles.months}>
        {[...byMonth(list.reviews, settings)].map(([month, reviews]) => (
          <Block key={month} title={month} id={month.toLowerCase()}>
            <Grid reviews={reviews} place={settings} shape="row" />
          </Block>
        ))}
      </div>
      <Pagination page={list.page} pages={list.pages} path={archivePath(year)} />
      <Neighbours label="Other years" earlier={to(earlier)} later={to(later)} />
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
