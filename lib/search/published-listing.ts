import { db } from '#lib/db/client.ts'
import { listCardsByPublication } from '#lib/reviews/published-by-id.ts'
import { type ReviewList, reviewsPerPage } from '#lib/reviews/reviews.ts'
import { type Chosen, chooseFacets, listFacets, narrowing } from './published-facets.ts'
import type { Facets, ReviewFilter, ReviewSort } from './search.ts'

/**
 * One page of the live reviews that fit, twelve to a page, with how many there are; a page past the end is the last one. The page is
 * found in the narrow index of its order (`search_stretch`), and only its twelve reviews are then read by key.
 */
export async function listReviews(filter: ReviewFilter, sort: ReviewSort = 'newest', page = 1): Promise<ReviewList> {
  return listChosen(await chooseFacets(filter), sort, page)
}

/** The same with what the listing could be narrowed by. */
export async function browseReviews(
  filter: ReviewFilter,
  sort: ReviewSort,
  page: number,
): Promise<{ list: ReviewList; facets: Facets }> {
  const chosen = await chooseFacets(filter)
  const [list, facets] = await Promise.all([listChosen(chosen, sort, page), listFacets(chosen)])
  return { list, facets }
}

/** A stretch of the live reviews that fit, newest first, as ids of their publications, with how many fit in all. */
export async function listPublicationIds(
  filter: ReviewFilter,
  { offset, size }: { offset: number; size: number },
): Promise<{ ids: string[]; total: number }> {
  const facets = narrowing(await chooseFacets(filter))
  if (!facets) return { ids: [], total: 0 }
  const [row] = await db().$queryRaw<{ total: number; ids: string[] }[]>`
    SELECT total, CASE WHEN ${offset}::integer < total
      THEN search_stretch(fitting, 'newest', ${offset}::integer, ${size}::integer)::text[] ELSE '{}' END AS ids
    FROM (SELECT search_facets_bits(${facets}::integer[]) AS fitting OFFSET 0) AS bits,
      LATERAL (SELECT bit_count(fitting)::integer AS total OFFSET 0) AS counted`
  return row ?? { ids: [], total: 0 }
}

async function listChosen(chosen: Chosen[], sort: ReviewSort, asked: number): Promise<ReviewList> {
  const facets = narrowing(chosen)
  if (!facets) return { reviews: [], total: 0, page: 1, pages: 1 }
  const [row] = await db().$queryRaw<{ total: number; page: number; ids: string[] }[]>`
    SELECT total, page, search_stretch(fitting, ${sort}, (page - 1) * ${reviewsPerPage}::integer, ${reviewsPerPage}::integer)::text[] AS ids
    FROM (SELECT search_facets_bits(${facets}::integer[]) AS fitting OFFSET 0) AS bits,
      LATERAL (SELECT bit_count(fitting)::integer AS total OFFSET 0) AS counted,
      LATERAL (SELECT least(greatest(1, ${asked}::integer), greatest(1, ceil(total / ${reviewsPerPage}::float8)))::integer AS page) AS shown`
  const { total = 0, page = 1, ids = [] } = row ?? {}
  const cards = await listCardsByPublication(ids)
  return {
    reviews: ids.flatMap(id => cards.get(id) ?? []),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / reviewsPerPage)),
  }
}
