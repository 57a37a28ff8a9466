import type { Metadata } from 'next'
import { DateTime } from '#components/review/byline.tsx'
import { JsonLd } from '#components/review/json-ld.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { PageHead } from '#components/site/listing.tsx'
import { ReviewCard } from '#components/site/review-card.tsx'
import { env } from '#lib/env.ts'
import type { CacheTag } from '#lib/events/events.ts'
import { getListPage } from '#lib/lists/published.ts'
import { breadcrumbMarkup } from '#lib/markup/markup.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { getSettings } from '#lib/settings/published.ts'
import styles from './_components/list.module.css'

export async function generateMetadata({ params }: PageProps<'/lists/[slug]'>): Promise<Metadata> {
  const list = await getListPage((await params).slug)
  if (!list) return {}
  return pageMetadata({
    title: list.title,
    description: list.standfirst,
    path: list.path,
    picture: list.entries[0]?.review.picture,
  })
}

export default async function ListPage({ params }: PageProps<'/lists/[slug]'>) {
  const [list, settings] = await Promise.all([getListPage((await params).slug), getSettings()])
  if (!list) return null
  const reviews = list.entries.map(entry => entry.review)
  const works = reviews.map((review): CacheTag => `work:${review.work.id}`)
  const trail = [
    { name: settings.name, path: '/' },
    { name: 'Lists', path: '/lists' },
    { name: list.title, path: list.path },
  ]
  return (
    <>
      <CacheTags tags={[`list:${list.id}`, ...works]} reviews={reviews} />
      <JsonLd graph={[breadcrumbMarkup(env().SITE_URL, trail)]} />
      <PageHead
        kicker={
          <>
            {list.critic && (
              <>
                By <a href={list.critic.path}>{list.critic.name}</a>
                {' · '}
              </>
            )}
            <DateTime iso={list.publishedAt} place={settings} />
          </>
        }
        title={list.title}
      >
        <p>{list.standfirst}</p>
      </PageHead>
      <ol className={styles.entries}>
        {list.entries.map(({ rank, note, review }) => (
          <li key={review.id}>
            <p className={styles.rank} aria-hidden="true">
              {rank}
            </p>
            <div>
              <p className={styles.note}>{note}</p>
              <ReviewCard review={review} place={settings} shape="row" level={2} />
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}
