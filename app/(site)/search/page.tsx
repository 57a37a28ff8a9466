import type { Metadata } from 'next'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { FacetBar } from '#components/site/facets.tsx'
import { PageHead } from '#components/site/listing.tsx'
import { Pagination } from '#components/site/pagination.tsx'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { askedOf, queryOf } from '#lib/search/address.ts'
import { search } from '#lib/search/published.ts'
import { reviewSorts } from '#lib/search/search.ts'
import { pageNumber } from '#lib/settings/page-number.ts'
import { getSettings } from '#lib/settings/published.ts'
import { Names } from './_components/names.tsx'
import { NothingFound, Nudge } from './_components/nudges.tsx'
import { Results } from './_components/results.tsx'
import { SearchForm } from './_components/search-form.tsx'

type Props = PageProps<'/search'>

const sorts = ['relevance', ...reviewSorts] as const

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = await searchParams
  const asked = askedOf(query)
  return pageMetadata({
    title: asked.typed ? `Search: ${asked.typed}` : 'Search',
    description: asked.typed
      ? `Reviews with “${asked.typed}” in them, and what is called so.`
      : 'Search every review by title, name, critic, and what it says.',
    path: `/search${queryOf(asked)}`,
    page: pageNumber(query),
    isPartial: true,
  })
}

export default async function SearchPage({ searchParams }: Props) {
  const query = await searchParams
  const asked = askedOf(query)
  const [settings, found] = await Promise.all([
    getSettings(),
    search(asked.typed, asked.filter, asked.sort ?? 'relevance', pageNumber(query)),
  ])
  const path = `/search${queryOf(asked)}`
  return (
    <>
      <CacheTags
        tags={['reviews', 'works', 'people', 'critics']}
        reviews={found?.reviews.map(({ review }) => review)}
      />
      <PageMarkup trail={[{ name: 'Search', path: '/search' }]} />
      <PageHead title="Search">
        <SearchForm asked={asked} />
      </PageHead>
      {found === null ? (
        <Nudge typed={asked.typed} />
      ) : (
        <>
          <Names names={found.names} language={settings.language} />
          {found.total === 0 ? (
            <NothingFound asked={asked} found={found} />
          ) : (
            <>
              <FacetBar facets={found.facets} asked={asked} path="/search" sorts={sorts} language={settings.language} />
              <Results found={found} asked={asked} place={settings} />
              <Pagination page={found.page} pages={found.pages} path={path} />
            </>
          )}
        </>
      )}
    </>
  )
}
