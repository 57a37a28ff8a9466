import type { Metadata } from 'next'
import { cache } from 'react'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { PageHead } from '#components/site/listing.tsx'
import { Pagination } from '#components/site/pagination.tsx'
import { env } from '#lib/env.ts'
import { worksText } from '#lib/lists/lists.ts'
import { listMarkup } from '#lib/markup/markup.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { pageNumber } from '#lib/settings/page-number.ts'
import { getSettings } from '#lib/settings/published.ts'
import { getTopPage, listTopChoices, type TopPage, topPerPage } from '#lib/top/published.ts'
import { type TopFilter, topFilterOf, topPath } from '#lib/top/top.ts'
import styles from './_components/top.module.css'
import { TopForm } from './_components/top-form.tsx'
import { TopList } from './_components/top-list.tsx'
import { topTitle } from './_components/top-title.ts'

/** By what the address says, so that the head and the page are made of one reading. */
const load = cache((query: string, page: number) =>
  getTopPage(topFilterOf(Object.fromEntries(new URLSearchParams(query))), page),
)
const queryOf = (filter: TopFilter) => topPath(filter).slice('/top'.length)

export async function generateMetadata({ searchParams }: PageProps<'/top'>): Promise<Metadata> {
  const query = await searchParams
  const filter = topFilterOf(query)
  const { page } = await load(queryOf(filter), pageNumber(query))
  const title = topTitle(filter)
  const isPartial = Object.keys(filter).length > 0
  return pageMetadata({
    title,
    description: isPartial
      ? `${title}: what we have scored highest of them. Each stands with its newest score.`
      : 'The works that we have scored highest, by kind, year, decade and genre. Each stands with its newest score.',
    path: topPath(filter),
    page,
    isPartial,
  })
}

export default async function TopRatedPage({ searchParams }: PageProps<'/top'>) {
  const query = await searchParams
  const filter = topFilterOf(query)
  const [settings, top, choices] = await Promise.all([
    getSettings(),
    load(queryOf(filter), pageNumber(query)),
    listTopChoices(),
  ])
  const title = topTitle(filter)
  return (
    <>
      <CacheTags tags={['top']} reviews={top.works.map(work => work.review)} />
      <PageMarkup
        graph={[listMarkup({ siteUrl: env().SITE_URL, settings }, topList(filter, top))]}
        trail={[
          { name: 'Top rated', path: '/top' },
          ...(title === 'Top rated' ? [] : [{ name: title, path: topPath(filter) }]),
        ]}
      />
      <PageHead title={title}>
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

/** The page as a list that nobody signs; works with one score share a rank, so they stand by their place. */
function topList(filter: TopFilter, { works, total, page }: TopPage) {
  return {
    path: topPath(filter),
    title: topTitle(filter),
    standfirst: '',
    critic: null,
    publishedAt: null,
    isRanked: true,
    count: total,
    entries: works.map(({ review }, index) => ({ rank: (page - 1) * topPerPage + index + 1, review })),
  }
}
