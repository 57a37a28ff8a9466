import type { Metadata } from 'next'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Listing, PageHead } from '#components/site/listing.tsx'
import { listCritics } from '#lib/critics/published.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { listPublishedReviews, listYears } from '#lib/reviews/published.ts'
import { listSections } from '#lib/sections/published.ts'
import { pageNumber, pageQuery } from '#lib/settings/page-number.ts'
import { getSettings } from '#lib/settings/published.ts'
import { filterOf, queryOf } from './_components/filter.ts'
import { FilterForm } from './_components/filter-form.tsx'

export async function generateMetadata({ searchParams }: PageProps<'/reviews'>): Promise<Metadata> {
  const query = await searchParams
  const [filter, page] = [queryOf(filterOf(query)), pageNumber(query)]
  return pageMetadata({
    title: page > 1 ? `All reviews, page ${page}` : 'All reviews',
    description: 'Every review, newest first, by kind of work, year, section, critic and rating.',
    path: filter ? `/reviews?${filter}` : `/reviews${pageQuery(page)}`,
    isPartial: filter !== '',
  })
}

export default async function ReviewsPage({ searchParams }: PageProps<'/reviews'>) {
  const query = await searchParams
  const filter = filterOf(query)
  const [settings, list, sections, critics, years] = await Promise.all([
    getSettings(),
    listPublishedReviews(filter, pageNumber(query)),
    listSections(),
    listCritics(),
    listYears(),
  ])
  const kept = queryOf(filter)
  return (
    <>
      <CacheTags tags={['reviews', 'critics']} reviews={list.reviews} />
      <PageHead title="All reviews" />
      <FilterForm filter={filter} sections={sections} critics={critics} years={years.map(entry => entry.year)} />
      <Listing list={list} place={settings} path={kept ? `/reviews?${kept}` : '/reviews'} />
    </>
  )
}
