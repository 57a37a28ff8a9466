import type { Metadata } from 'next'
import { JsonLd } from '#components/review/json-ld.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Block, Listing, PageHead } from '#components/site/listing.tsx'
import { env } from '#lib/env.ts'
import { listLists } from '#lib/lists/published.ts'
import { breadcrumbMarkup } from '#lib/markup/markup.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import type { SectionPage } from '#lib/sections/published.ts'
import { pageQuery } from '#lib/settings/page-number.ts'
import { getSettings } from '#lib/settings/published.ts'
import { ListCards } from './list-cards.tsx'

/** The head of a section's or a topic's page. */
export async function collectionMetadata(collection: SectionPage | null): Promise<Metadata> {
  if (!collection) return {}
  const { name, description, path, list } = collection
  return pageMetadata({
    title: list.page > 1 ? `${name}, page ${list.page}` : `${name} reviews`,
    description: description || `Every review in ${name}, newest first.`,
    path: path + pageQuery(list.page),
    picture: list.reviews[0]?.picture,
  })
}

/** A section or a topic, and one page of its reviews. */
export async function CollectionPage({ collection, noun }: { collection: SectionPage; noun: 'section' | 'topic' }) {
  const isFirst = collection.list.page === 1
  const [settings, lists] = await Promise.all([
    getSettings(),
    noun === 'topic' && isFirst ? listLists(4, { topicId: collection.id }) : [],
  ])
  const trail = [{ name: settings.name, path: '/' }, collection]
  return (
    <>
      <CacheTags
        tags={[`${noun}:${collection.id}`, ...(noun === 'topic' ? (['lists'] as const) : [])]}
        reviews={collection.list.reviews}
      />
      <JsonLd graph={[breadcrumbMarkup(env().SITE_URL, trail)]} />
      <PageHead kicker={noun === 'section' ? 'Section' : 'Topic'} title={collection.name}>
        {collection.description && <p>{collection.description}</p>}
      </PageHead>
      <Listing list={collection.list} place={settings} path={collection.path} />
      {lists.length > 0 && (
        <Block title="Lists" id="lists">
          <ListCards lists={lists} place={settings} />
        </Block>
      )}
    </>
  )
}
