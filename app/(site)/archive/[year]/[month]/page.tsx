import type { Metadata } from 'next'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Grid, PageHead } from '#components/site/listing.tsx'
import { Pagination } from '#components/site/pagination.tsx'
import hidden from '#components/ui/visually-hidden.module.css'
import { archivePath } from '#lib/addresses/addresses.ts'
import { monthName } from '#lib/archive/archive.ts'
import { getArchivePage, listArchive } from '#lib/archive/published.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { pageNumber, pageQuery } from '#lib/settings/page-number.ts'
import { getSettings } from '#lib/settings/published.ts'
import styles from '../../_components/archive.module.css'
import { Months } from '../../_components/months.tsx'
import { Neighbours } from '../../_components/neighbours.tsx'
import { reviewsText } from '../../_components/reviews-text.ts'

type Props = PageProps<'/archive/[year]/[month]'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ year, month }, page, { language }] = [await params, pageNumber(await searchParams), await getSettings()]
  const name = `${monthName(Number(month), language)} ${year}`
  return pageMetadata({
    title: page > 1 ? `Reviews of ${name}, page ${page}` : `Reviews of ${name}`,
    description: `Everything that we published in ${name}, newest first.`,
    path: archivePath(Number(year), Number(month)) + pageQuery(page),
  })
}

export default async function MonthPage({ params, searchParams }: Props) {
  const asked = await params
  const [year, month] = [Number(asked.year), Number(asked.month)]
  const [settings, years, list] = await Promise.all([
    getSettings(),
    listArchive(),
    getArchivePage(year, month, pageNumber(await searchParams)),
  ])
  const months = years.flatMap(entry => entry.months.map(({ month }) => ({ year: entry.year, month })).reverse())
  const at = months.findIndex(entry => entry.year === year && entry.month === month)
  const nameOf = (entry: { year: number; month: number }) =>
    `${monthName(entry.month, settings.language)} ${entry.year}`
  const to = (entry: { year: number; month: number } | undefined) =>
    entry && { path: archivePath(entry.year, entry.month), label: nameOf(entry) }
  const here = years.find(entry => entry.year === year)
  return (
    <>
      <CacheTags tags={['archive', `year:${year}`]} reviews={list.reviews} />
      <PageHead
        kicker={
          <>
            <a href="/archive">Archive</a> · <a href={archivePath(year)}>{year}</a>
          </>
        }
        title={nameOf({ year, month })}
      >
        <p>
          {reviewsText(list.total)}
          {list.total > 1 && ', newest first'}
          {list.pages > 1 && `, page ${list.page} of ${list.pages}`}.
        </p>
      </PageHead>
      {here && (
        <nav className={styles.strip} aria-label={`Months of ${year}`}>
          <Months year={here} language={settings.language} current={month} />
        </nav>
      )}
      <h2 className={hidden.hidden}>Reviews</h2>
      <Grid reviews={list.reviews} place={settings} />
      <Pagination page={list.page} pages={list.pages} path={archivePath(year, month)} />
      <Neighbours label="Other months" earlier={to(months[at + 1])} later={to(months[at - 1])} />
    </>
  )
}
