import type { Metadata } from 'next'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Block, PageHead } from '#components/site/listing.tsx'
import { Pagination } from '#components/site/pagination.tsx'
import { getListsPage } from '#lib/lists/published.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { pageNumber } from '#lib/settings/page-number.ts'
import { getSettings } from '#lib/settings/published.ts'
import { ListCards } from '../_components/list-cards.tsx'

export async function generateMetadata({ searchParams }: PageProps<'/lists'>): Promise<Metadata> {
  const { page } = await getListsPage(pageNumber(await searchParams))
  return pageMetadata({
    title: 'Lists',
    description: 'Works in an order, with a reason for each place in it and our review of each.',
    path: '/lists',
    page,
  })
}

export default async function ListsPage({ searchParams }: PageProps<'/lists'>) {
  const [{ lists, total, page, pages }, settings] = await Promise.all([
    getListsPage(pageNumber(await searchParams)),
    getSettings(),
  ])
  const count = total === 1 ? 'One list' : `${total} lists`
  return (
    <>
      <CacheTags tags={['lists', ...lists.map(list => `list:${list.id}` as const)]} />
      <PageMarkup trail={[{ name: 'Lists', path: '/lists' }]} />
      <PageHead title="Lists">
        <p>Works in an order, with a reason for each place in it.</p>
      </PageHead>
      {lists.length > 0 ? (
        <Block title={pages > 1 ? `${count}, page ${page} of ${pages}` : count} id="lists">
          <ListCards lists={lists} place={settings} />
          <Pagination page={page} pages={pages} path="/lists" />
        </Block>
      ) : (
        <p>There is none yet.</p>
      )}
    </>
  )
}
