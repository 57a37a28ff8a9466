import type { Metadata } from 'next'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { PageHead } from '#components/site/listing.tsx'
import { Pagination } from '#components/site/pagination.tsx'
import { worksText } from '#lib/lists/lists.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { pageNumber, pageQuery } from '#lib/settings/page-number.ts'
import { getSettings } from '#lib/settings/published.ts'
import { getTopPage, listTopChoices } from '#lib/top/published.ts'
import { topFilterOf, topPath } from '#lib/top/top.ts'
import styles from './_components/top.module.css'
import { TopForm } from './_components/top-form.tsx'
import { TopList } from './_components/top-list.tsx'
import { topTitle } from './_components/top-title.ts'

export async function generateMetadata({ searchParams }: PageProps<'/top'>): Promise<Metadata> {
  const query = await searchParams
  const [filter, page] = [topFilterOf(query), pageNumber(query)]
  const isPartial = Object.keys(filter).length > 0
  const title = topTitle(filter)
  return pageMetadata({
    title: page > 1 ? `${title}, page ${page}` : title,
    description:
      'The works that we have scored highest, by kind, year, decade and genre. Each stands with its newest score.',
    path: isPartial ? topPath(filter) : `/top${pageQuery(page)}`,
    isPartial,
  })
}

export default async function TopPage({ searchParams }: PageProps<'/top'>) {
  const query = await searchParams
  const filter = topFilterOf(query)
  const [settings, top, choices] = await Promise.all([
    getSettings(),
    getTopPage(filter, pageNumber(query)),
    listTopChoices(),
  ])
  return (
    <>
      <CacheTags tags={['top']} reviews={top.works.map(work => work.review)} />
      <PageHead title={topTitle(filter)}>
        <p>What we have scored highest, whatever it was scored on. Each work stands with its newest score.</p>
      </PageHead>
      <TopForm filter={filter} choices={choices} />
      <section aria-labelledby="count">
        <h2 className={styles.count} id="count">
          {worksText(top.total)}
          {top.pages > 1 && `, page ${top.page} of ${top.pages}`}
        </h2>
        {top.total === 0 ? (
          <p className={styles.nothing}>
            Nothing that fits has a score. <a href="/top">See the top of everything.</a>
          </p>
        ) : (
          <TopList works={top.works} place={settings} />
        )}
        <Pagination page={top.page} pages={top.pages} path={topPath(filter)} before="Higher" after="Lower" />
      </section>
    </>
  )
}
