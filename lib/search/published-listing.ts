import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { listCardsByPublication } from '#lib/reviews/published-by-id.ts'
import { type ReviewList, reviewsPerPage } from '#lib/reviews/reviews.ts'
import { type Chosen, chooseFacets, countChosen, listFacets } from './published-facets.ts'
import type { Facets, ReviewFilter, ReviewSort } from './search.ts'

const forwards: Record<ReviewSort, Prisma.Sql> = {
  newest: Prisma.sql`published_at DESC, review_id DESC`,
  oldest: Prisma.sql`published_at, review_id`,
  best: Prisma.sql`score DESC, published_at DESC, review_id DESC`,
  title: Prisma.sql`sort_title, review_id`,
}
const backwards: Record<ReviewSort, Prisma.Sql> = {
  newest: forwards.oldest,
  oldest: forwards.newest,
  best: Prisma.sql`score, published_at, review_id`,
  title: Prisma.sql`sort_title DESC, review_id DESC`,
}

/**
 * One page of the live reviews that fit, twelve to a page, with how many there are; a page past the end is the last one. The page is
 * found in the narrow index of its order, from whichever end is nearer, and only its twelve reviews are then read by key.
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

async function listChosen(chosen: Chosen[], sort: ReviewSort, asked: number): Promise<ReviewList> {
  const total = await countChosen(chosen)
  const pages = Math.max(1, Math.ceil(total / reviewsPerPage))
  const page = Math.min(Math.max(1, asked), pages)
  if (total === 0) return { reviews: [], total, page, pages }
  const offset = (page - 1) * reviewsPerPage
  const size = Math.min(reviewsPerPage, total - offset)
  const isNearEnd = offset > total / 2
  const ids = await keys(chosen, isNearEnd ? backwards[sort] : forwards[sort], {
    offset: isNearEnd ? total - offset - size : offset,
    size,
  })
  const cards = await listCardsByPublication(ids)
  const inOrder = isNearEnd ? ids.toReversed() : ids
  return { reviews: inOrder.flatMap(id => cards.get(id) ?? []), total, page, pages }
}

async function keys(chosen: Chosen[], order: Prisma.Sql, { offset, size }: { offset: number; size: number }) {
  const ids = chosen.flatMap(({ name, id }) => (name === 'all' || id === null ? [] : [id]))
  const fitting = ids.length > 0 ? Prisma.sql`WHERE facets @> ${ids}::integer[]` : Prisma.empty
  const rows = await db().$queryRaw<{ publicationId: string }[]>`
    SELECT d.publication_id::text AS "publicationId" FROM (
      SELECT review_id FROM search_document ${fitting} ORDER BY ${order} OFFSET ${offset} LIMIT ${size}
    ) AS page JOIN search_document d USING (review_id) ORDER BY ${order}`
  return rows.map(row => row.publicationId)
}
