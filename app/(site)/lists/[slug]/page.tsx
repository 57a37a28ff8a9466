import type { Metadata } from 'next'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { DateTime } from '#components/review/byline.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { PageHead } from '#components/site/listing.tsx'
import { Pagination } from '#components/site/pagination.tsx'
import { env } from '#lib/env.ts'
import type { CacheTag } from '#lib/events/events.ts'
import { worksText } from '#lib/lists/lists.ts'
import { getListPage } from '#lib/lists/published.ts'
import { listMarkup } from '#lib/markup/markup.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { pageNumber } from '#lib/settings/page-number.ts'
import { getSettings } from '#lib/settings/published.ts'
import { ListEntries } from './_components/list-entries.tsx'

type Props = PageProps<'/lists/[slug]'>

const load = async ({ params, searchParams }: Props) => getListPage((await params).slug, pageNumber(await searchParams))

export async function generateMetadata(props: Props): Promise<Metadata> {
  const list = await load(props)
  if (!list) return {}
  return pageMetadata({
    title: list.title,
    description: list.standfirst || `${worksText(list.count)}, with a reason for each.`,
    path: list.path,
    page: list.page,
    feed: { scope: 'lists', slug: (await props.params).slug, title: list.title },
    picture: list.entries[0]?.review.picture,
  })
}

export default async function ListPage(props: Props) {
  const [list, settings] = await Promise.all([load(props), getSettings()])
  if (!list) return null
  const reviews = list.entries.map(entry => entry.review)
  const works = reviews.map((review): CacheTag => `work:${review.work.id}`)
  return (
    <>
      {/* 'lists' too: a first review of a work that has none yet puts it on this page. */}
      <CacheTags tags={[`list:${list.id}`, 'lists', ...works]} reviews={reviews} />
      <PageMarkup
        graph={[listMarkup({ siteUrl: env().SITE_URL, settings }, list)]}
        trail={[
          { name: 'Lists', path: '/lists' },
          { name: list.title, path: list.path },
        ]}
      />
      <PageHead
        kicker={
          <>
            {list.critic && (
              <>
                By <a href={list.critic.path}>{list.critic.name}</a>
                {' · '}
              </>
            )}
            <DateTime iso={list.publishedAt} place={settings} /> · {worksText(list.count).toLowerCase()}
            {list.topic && (
              <>
                {' · '}
                <a href={list.topic.path}>{list.topic.name}</a>
              </>
            )}
          </>
        }
        title={list.title}
      >
        {list.standfirst && <p>{list.standfirst}</p>}
        {list.pages > 1 && (
          <p>
            Page {list.page} of {list.pages}.
          </p>
        )}
      </PageHead>
      <ListEntries entries={list.entries} isRanked={list.isRanked} place={settings} />
      <Pagination page={list.page} pages={list.pages} path={list.path} before="Before" after="After" />
    </>
  )
}
