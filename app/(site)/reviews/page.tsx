import type { Metadata } from 'next'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { FacetBar } from '#components/site/facets.tsx'
import { Listing, PageHead } from '#components/site/listing.tsx'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { askedOf, isNarrowed, queryOf } from '#lib/search/address.ts'
import { browseReviews } from '#lib/search/published-listing.ts'
import { reviewSorts } from '#lib/search/search.ts'
import { pageNumber, pageQuery } from '#lib/settings/page-number.ts'
import { getSettings } from '#lib/settings/published.ts'

type Props = PageProps<'/reviews'>

/** A listing has no words to look for, and no best match. */
async function read({ searchParams }: Props) {
  const query = await searchParams
  const { filter, sort } = askedOf(query)
  const order = reviewSorts.find(known => known === sort) ?? 'newest'
  return { asked: { typed: '', filter, sort: order === 'newest' ? null : order }, order, page: pageNumber(query) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { asked, page } = await read(props)
  const query = queryOf(asked)
  return pageMetadata({
    title: page > 1 ? `All reviews, page ${page}` : 'All reviews',
    description: 'Every review, by kind of work, genre, year, country, rating, section, critic and topic.',
    path: query ? `/reviews${query}` : `/reviews${pageQuery(page)}`,
    isPartial: isNarrowed(asked.filter) || asked.sort !== null,
  })
}

export default async function ReviewsPage(props: Props) {
  const { asked, order, page } = await read(props)
  const [settings, { list, facets }] = await Promise.all([getSettings(), browseReviews(asked.filter, order, page)])
  return (
    <>
      <CacheTags tags={['reviews', 'critics']} reviews={list.reviews} />
      <PageHead title="All reviews" />
      <FacetBar facets={facets} asked={asked} path="/reviews" sorts={reviewSorts} />
      <Listing list={list} place={settings} path={`/reviews${queryOf(asked)}`} />
    </>
  )
}
