import type { Metadata } from 'next'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { PageHead } from '#components/site/listing.tsx'
import { archivePath } from '#lib/addresses/addresses.ts'
import { listArchive } from '#lib/archive/published.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { getSettings } from '#lib/settings/published.ts'
import styles from './_components/archive.module.css'
import { Months } from './_components/months.tsx'
import { reviewsText } from './_components/reviews-text.ts'

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata({
    title: 'Archive',
    description: 'Everything that we have published, by year and month.',
    path: '/archive',
  })
}

export default async function ArchivePage() {
  const [years, settings] = await Promise.all([listArchive(), getSettings()])
  const total = years.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <CacheTags tags={['archive']} />
      <PageHead title="Archive">
        <p>Everything that we have published, by year and month: {reviewsText(total).toLowerCase()}.</p>
      </PageHead>
      <ol className={styles.years}>
        {years.map(year => (
          <li key={year.year}>
            <h2>
              <a href={archivePath(year.year)}>{year.year}</a>
            </h2>
            <p className={styles.count}>{reviewsText(year.count)}</p>
            <Months year={year} language={settings.language} />
          </li>
        ))}
      </ol>
    </>
  )
}
