import type { Metadata } from 'next'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { reviewsText } from '#app/(site)/_components/reviews-text.ts'
import hidden from '#components/review/visually-hidden.module.css'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Grid, PageHead } from '#components/site/listing.tsx'
import { Pagination } from '#components/site/pagination.tsx'
import { archivePath } from '#lib/addresses/addresses.ts'
import { monthName } from '#lib/archive/archive.ts'
import { getArchivePage, listArchive } from '#lib/archive/published.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { pageNumber } from '#lib/settings/page-number.ts'
import { getSettings } from '#lib/settings/published.ts'
import styles from '../../_components/archive.module.css'
import { Months } from '../../_components/months.tsx'
import { Neighbours } from '../../_components/neighbours.tsx'

type Props = PageProps<'/archive/[year]/[month]'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const asked = await params
  const [year, month] = [Number(asked.year), Number(asked.month)]
  const [{ total, page }, { language }] = await Promise.all([
    getArchivePage(year, month, pageNumber(await searchParams)),
    getSettings(),
  ])
  const name = `${monthName(month, language)} ${year}`
  return pageMetadata({
    title: `Reviews of ${name}`,
    description: `Everything that we published in ${name}, newest first: ${reviewsText(total, language).toLowerCase()}.`,
    path: archivePath(year, month),
    page,
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
      <PageMarkup
        trail={[
          { name: 'Archive', path: '/archive' },
          { name: `${year}`, path: archivePath(year) },
          { name: nameOf({ year, month }), path: archivePath(year, month) },
        ]}
      />
      <PageHead
        kicker={
          <>
            <a href="/archive">Archive</a> · <a href={archivePath(year)}>{year}</a>
          </>
        }
        title={nameOf({ year, month })}
      >
        <p>
          {reviewsText(list.total, settings.language)}
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
