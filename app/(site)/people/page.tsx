import type { Metadata } from 'next'
import { IndexList } from '#app/(site)/_components/index-page.tsx'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { PageHead } from '#components/site/listing.tsx'
import { listPeopleIndex } from '#lib/addresses/published-index.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { pageNumber } from '#lib/settings/page-number.ts'

export async function generateMetadata({ searchParams }: PageProps<'/people'>): Promise<Metadata> {
  const { page } = await listPeopleIndex(pageNumber(await searchParams))
  return pageMetadata({
    title: 'People',
    description: 'Everybody who made, or played in, something that we have reviewed.',
    path: '/people',
    page,
  })
}

export default async function PeoplePage({ searchParams }: PageProps<'/people'>) {
  const index = await listPeopleIndex(pageNumber(await searchParams))
  return (
    <>
      <CacheTags tags={['people']} />
      <PageMarkup trail={[{ name: 'People', path: '/people' }]} />
      <PageHead title="People">
        <p>Everybody who made, or played in, something that we have reviewed.</p>
      </PageHead>
      <IndexList index={index} said={index.total === 1 ? 'One name' : `${index.total} names`} path="/people" />
    </>
  )
}
