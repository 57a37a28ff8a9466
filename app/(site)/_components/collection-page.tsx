import type { Metadata } from 'next'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Block, Listing, PageHead } from '#components/site/listing.tsx'
import { addressFolders } from '#lib/addresses/addresses.ts'
import { listLists } from '#lib/lists/published.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import type { SectionPage } from '#lib/sections/published.ts'
import { getSettings } from '#lib/settings/published.ts'
import { ListCards } from './list-cards.tsx'
import { PageMarkup } from './page-markup.tsx'

/** The head of a section's or a topic's page. */
export async function collectionMetadata(collection: SectionPage | null, noun: 'section' | 'topic'): Promise<Metadata> {
  if (!collection) return {}
  const { name, description, path, list } = collection
  return pageMetadata({
    title: noun === 'section' ? `${name} reviews` : `Reviews by topic: ${name}`,
    description: description || `Every review ${noun === 'section' ? 'in' : 'on'} ${name}, newest first.`,
    path,
    page: list.page,
    feed: { scope: `${noun}s`, slug: path.slice(addressFolders[noun].length + 1), title: name },
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
  return (
    <>
      <CacheTags
        tags={[`${noun}:${collection.id}`, ...(noun === 'topic' ? (['lists'] as const) : [])]}
        reviews={collection.list.reviews}
      />
      <PageMarkup trail={noun === 'topic' ? [{ name: 'Topics', path: '/topics' }, collection] : [collection]} />
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
