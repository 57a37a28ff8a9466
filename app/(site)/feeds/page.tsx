import type { Metadata } from 'next'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { PageHead } from '#components/site/listing.tsx'
import { env } from '#lib/env.ts'
import type { CacheTag } from '#lib/events/events.ts'
import { feedsPath } from '#lib/feeds/feeds.ts'
import { listFeeds } from '#lib/feeds/published-index.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { getSettings } from '#lib/settings/published.ts'
import { FeedAddresses } from './_components/feed-addresses.tsx'
import { FeedList } from './_components/feed-list.tsx'
import styles from './_components/feeds.module.css'
import { RatingsInFeeds } from './_components/ratings-in-feeds.tsx'

const tags: CacheTag[] = ['reviews', 'critics', 'topics', 'lists']

export async function generateMetadata(): Promise<Metadata> {
  const { feedText } = await getSettings()
  const amount = feedText === 'whole' ? ' Each review comes whole.' : ''
  return pageMetadata({
    title: 'Feeds',
    description: `Follow everything, or one section, critic, topic, kind of work or list, in any feed reader.${amount}`,
    path: feedsPath,
  })
}

export default async function FeedsPage() {
  const [groups, { feedText }] = await Promise.all([listFeeds(), getSettings()])
  const siteUrl = env().SITE_URL
  return (
    <>
      <CacheTags tags={tags} />
      <PageMarkup trail={[{ name: 'Feeds', path: feedsPath }]} />
      <PageHead title="Feeds">
        <p>
          Follow all of it, or only what you care about. Each review comes to you{feedText === 'whole' ? ' whole,' : ''}{' '}
          with its score in words.
        </p>
      </PageHead>
      <section className={styles.block} aria-labelledby="everything">
        <h2 id="everything">Everything</h2>
        <div className={styles.prose}>
          <p>
            Copy an address into a feed reader, and new reviews come to you: no account, no mail, nobody counting. The
            three forms say the same. If in doubt, take RSS.
          </p>
        </div>
        <FeedAddresses of={{ scope: 'all', slug: '' }} siteUrl={siteUrl} />
        <div className={styles.prose}>
          <p className={styles.quiet}>
            What a review covers as a spoiler is not in any feed: a link leads to it on its page. A review that we take
            back leaves the feeds at once.
          </p>
        </div>
      </section>
      {groups.map(({ scope, title, feeds }) => (
        <section className={styles.block} key={scope} aria-labelledby={`by-${scope}`}>
          <h2 id={`by-${scope}`}>{title}</h2>
          <FeedList feeds={feeds} />
        </section>
      ))}
      <RatingsInFeeds siteUrl={siteUrl} />
    </>
  )
}
