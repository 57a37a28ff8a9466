import type { Metadata } from 'next'
import { cache } from 'react'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { reviewsText } from '#app/(site)/_components/reviews-text.ts'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { chosenFacets, FacetBar, sortNames } from '#components/site/facets.tsx'
import { Listing, PageHead } from '#components/site/listing.tsx'
import { kindFeed, pageMetadata } from '#lib/markup/metadata.ts'
import { askedOf, queryOf } from '#lib/search/address.ts'
import { browseReviews } from '#lib/search/published-listing.ts'
import { type ReviewSort, reviewSorts, type SearchSort } from '#lib/search/search.ts'
import { pageNumber } from '#lib/settings/page-number.ts'
import { getSettings } from '#lib/settings/published.ts'

type Props = PageProps<'/reviews'>

/** A listing has no words to look for, and no best match. */
async function read({ searchParams }: Props) {
  const query = await searchParams
  const { filter, sort } = askedOf(query)
  const order = orderOf(sort)
  return { asked: { typed: '', filter, sort: order === 'newest' ? null : order }, page: pageNumber(query) }
}

/** By what the address says, so that the head and the page are made of one reading. */
const load = cache((query: string, page: number) => {
  const { filter, sort } = askedOf(Object.fromEntries(new URLSearchParams(query)))
  return browseReviews(filter, orderOf(sort), page)
})

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { asked, page } = await read(props)
  const query = queryOf(asked)
  const [{ list, facets }, { language }] = await Promise.all([load(query, page), getSettings()])
  const names = [
    ...chosenFacets(asked.filter, facets).map(({ label }) => label),
    ...(asked.sort ? [sortNames[asked.sort].toLowerCase()] : []),
  ]
  const { kind } = asked.filter
  return pageMetadata({
    title: names.length > 0 ? `Reviews: ${names.join(', ')}` : 'All reviews',
    description:
      names.length > 0
        ? `${reviewsText(list.total, language)}: ${names.join(', ')}.`
        : 'Every review, by kind of work, genre, year, country, rating, section, critic and topic.',
    path: `/reviews${query}`,
    page: list.page,
    isPartial: names.length > 0,
    ...(kind && { feed: kindFeed(kind) }),
  })
}

/** A listing has no best match. */
function orderOf(sort: SearchSort | null): ReviewSort {
  return reviewSorts.find(known => known === sort) ?? 'newest'
}

export default async function ReviewsPage(props: Props) {
  const { asked, page } = await read(props)
  const [settings, { list, facets }] = await Promise.all([getSettings(), load(queryOf(asked), page)])
  return (
    <>
      <CacheTags tags={['reviews', 'critics']} reviews={list.reviews} />
      <PageMarkup trail={[{ name: 'All reviews', path: '/reviews' }]} />
      <PageHead title="All reviews" />
      <FacetBar facets={facets} asked={asked} path="/reviews" sorts={reviewSorts} language={settings.language} />
      <Listing list={list} place={settings} path={`/reviews${queryOf(asked)}`} />
    </>
  )
}
