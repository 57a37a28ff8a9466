import type { Metadata } from 'next'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Block, PageHead } from '#components/site/listing.tsx'
import { listLists } from '#lib/lists/published.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { getSettings } from '#lib/settings/published.ts'
import { ListCards } from '../_components/list-cards.tsx'

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata({
    title: 'Lists',
    description: 'Works in an order, with a reason for each place in it.',
    path: '/lists',
  })
}

export default async function ListsPage() {
  const [lists, settings] = await Promise.all([listLists(), getSettings()])
  return (
    <>
      <CacheTags tags={['lists', ...lists.map(list => `list:${list.id}` as const)]} />
      <PageHead title="Lists">
        <p>Works in an order, with a reason for each place in it.</p>
      </PageHead>
      {lists.length > 0 ? (
        <Block title={lists.length === 1 ? 'One list' : `${lists.length} lists`} id="lists">
          <ListCards lists={lists} place={settings} />
        </Block>
      ) : (
        <p>There is none yet.</p>
      )}
    </>
  )
}
