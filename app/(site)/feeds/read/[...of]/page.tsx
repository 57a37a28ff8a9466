import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Block, Grid, PageHead } from '#components/site/listing.tsx'
import { env } from '#lib/env.ts'
import { feedOf, feedsPath } from '#lib/feeds/feeds.ts'
import { feedTags, listFeedCards } from '#lib/feeds/published.ts'
import { findFeed } from '#lib/feeds/published-subjects.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { getSettings } from '#lib/settings/published.ts'
import { FeedAddresses } from '../../_components/feed-addresses.tsx'
import styles from '../../_components/feeds.module.css'

type Props = PageProps<'/feeds/read/[...of]'>

// What somebody sees who opens a feed in a browser: server/http.ts answers its address with this page. Feeds have no row in the table of
// addresses, so whether there is one is settled here; one that has moved or ended answers for itself.
const load = cache(async (address: string) => {
  const of = feedOf(address.split('/'))
  const found = of && (await findFeed(of))
  return found?.state === 'live' ? found.subject : null
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const subject = await load((await params).of.join('/'))
  if (!subject) return {}
  const { of, name, description, path } = subject
  return pageMetadata({
    title: `Feed: ${name}`,
    description,
    path,
    isPartial: true,
    feed: { ...of, title: name },
  })
}

export default async function FeedPage({ params }: Props) {
  const subject = await load((await params).of.join('/'))
  const settings = await getSettings()
  if (!subject || !settings.hasFeeds) notFound()
  const reviews = await listFeedCards(subject)
  const { of, name, description, path } = subject
  return (
    <>
      <CacheTags tags={feedTags(subject)} reviews={reviews} />
      <PageHead kicker={<a href={feedsPath}>Feeds</a>} title={name}>
        <p>{description}</p>
      </PageHead>
      <section className={styles.block} aria-labelledby="subscribe">
        <h2 id="subscribe">This is a feed</h2>
        <div className={styles.prose}>
          <p>
            Programs read it, and so can you, with a feed reader: copy one of these addresses into yours, and what is
            new comes to you. The three forms say the same. To read here instead, go to{' '}
            <a href={path}>the page that it follows</a>.
          </p>
        </div>
        <FeedAddresses of={of} siteUrl={env().SITE_URL} />
      </section>
      <Block title="In it now" id="newest">
        {reviews.length === 0 ? (
          <div className={styles.prose}>
            <p>Nothing yet. The first review will be here, and with everybody who has subscribed.</p>
          </div>
        ) : (
          <Grid reviews={reviews} place={settings} shape="row" />
        )}
      </Block>
    </>
  )
}
