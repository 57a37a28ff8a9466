import type { Metadata } from 'next'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { PageHead } from '#components/site/listing.tsx'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { listYears } from '#lib/reviews/published.ts'
import styles from './_components/archive.module.css'

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata({
    title: 'Archive',
    description: 'Everything that we have published, by year.',
    path: '/archive',
  })
}

export default async function ArchivePage() {
  const years = await listYears()
  return (
    <>
      <CacheTags tags={['archive']} />
      <PageHead title="Archive">
        <p>Everything that we have published, by year.</p>
      </PageHead>
      <ul className={styles.years}>
        {years.map(({ year, count, path }) => (
          <li key={year}>
            <a href={path}>{year}</a> <span>{count === 1 ? 'one review' : `${count} reviews`}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
