import type { Metadata } from 'next'
import { IndexEntries } from '#app/(site)/_components/index-page.tsx'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { PageHead } from '#components/site/listing.tsx'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { listSeriesIndex } from '#lib/series/published.ts'
import { seriesKindName } from '#lib/series/series.ts'

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata({
    title: 'Series and franchises',
    description: 'Works that belong together, and what we have said about them in order.',
    path: '/series',
  })
}

export default async function SeriesIndexPage() {
  const all = await listSeriesIndex()
  const entries = all.map(({ kind, works, ...series }) => ({
    ...series,
    detail: `${seriesKindName(kind)}, ${works === 1 ? 'one work' : `${works} works`} reviewed`,
  }))
  return (
    <>
      <CacheTags tags={['series', ...all.map(series => `series:${series.id}` as const)]} />
      <PageMarkup trail={[{ name: 'Series and franchises', path: '/series' }]} />
      <PageHead title="Series and franchises">
        <p>Works that belong together, and what we have said about them in order.</p>
      </PageHead>
      {entries.length > 0 ? (
        <IndexEntries entries={entries} />
      ) : (
        <p>Nothing that we have reviewed is part of one yet.</p>
      )}
    </>
  )
}
