import type { Metadata } from 'next'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { reviewsText } from '#app/(site)/_components/reviews-text.ts'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { PageHead } from '#components/site/listing.tsx'
import { archivePath } from '#lib/addresses/addresses.ts'
import { listArchive } from '#lib/archive/published.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { getSettings } from '#lib/settings/published.ts'
import styles from './_components/archive.module.css'
import { Months } from './_components/months.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const years = await listArchive()
  const [newest, oldest] = [years.at(0), years.at(-1)]
  const since = newest && oldest && newest !== oldest ? `, from ${oldest.year} to ${newest.year}` : ''
  return pageMetadata({
    title: 'Archive',
    description: `Everything that we have published${since}, by year and month.`,
    path: '/archive',
  })
}

export default async function ArchivePage() {
  const [years, settings] = await Promise.all([listArchive(), getSettings()])
  const total = years.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <CacheTags tags={['archive']} />
      <PageMarkup trail={[{ name: 'Archive', path: '/archive' }]} />
      <PageHead title="Archive">
        <p>
          Everything that we have published, by year and month: {reviewsText(total, settings.language).toLowerCase()}.
        </p>
      </PageHead>
      <ol className={styles.years}>
        {years.map(year => (
          <li key={year.year}>
            <h2>
              <a href={archivePath(year.year)}>{year.year}</a>
            </h2>
            <p className={styles.count}>{reviewsText(year.count, settings.language)}</p>
            <Months year={year} language={settings.language} />
          </li>
        ))}
      </ol>
    </>
  )
}
