import { z } from 'zod'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { isStorable } from '#lib/prose/prose.ts'
import { cardSelect, toCards } from '#lib/reviews/published-cards.ts'
import { chooseFacets, narrowing } from '#lib/search/published-facets.ts'
import { type ReviewSort, reviewSorts } from '#lib/search/search.ts'
import { getSettings } from '#lib/settings/published.ts'
import type { Key } from './cursor.ts'
import { reviewFilters, spanFilters, spanOf } from './filters.ts'
import { defineCollection, defineItem } from './operation.ts'
import { findItem } from './published-items.ts'
import { getReview } from './published-review.ts'
import { oneOf, slugParameter } from './query.ts'
import { type ReviewSummary, reviewSchema, reviewSummarySchema } from './review-schema.ts'
import { toSummary } from './shapes.ts'

const instant = z.iso.datetime()
const score = z.string().regex(/^-?\d{1,3}(\.\d{1,2})?$/)

/** Each order with what a cursor in it holds. All of them end in the review's id, and stand in an index of their own. */
const sorts: Record<ReviewSort, { order: Prisma.Sql; key: z.ZodType<Key>; after: (key: Key) => Prisma.Sql }> = {
  newest: {
    order: Prisma.sql`published_at DESC, review_id DESC`,
    key: z.tuple([instant, z.guid()]),
    after: ([at, id]) => Prisma.sql`(published_at, review_id) < (${at}::timestamptz, ${id}::uuid)`,
  },
  oldest: {
    order: Prisma.sql`published_at, review_id`,
    key: z.tuple([instant, z.guid()]),
    after: ([at, id]) => Prisma.sql`(published_at, review_id) > (${at}::timestamptz, ${id}::uuid)`,
  },
  best: {
    order: Prisma.sql`score DESC, published_at DESC, review_id DESC`,
    key: z.tuple([score, instant, z.guid()]),
    after: ([score, at, id]) =>
      Prisma.sql`(score, published_at, review_id) < (${score}::numeric, ${at}::timestamptz, ${id}::uuid)`,
  },
  title: {
    order: Prisma.sql`sort_title, review_id`,
    key: z.tuple([z.string().refine(isStorable), z.guid()]),
    after: ([title, id]) => Prisma.sql`(sort_title, review_id) > (${title}, ${id}::uuid)`,
  },
}

export const reviewOperations = [
  defineCollection({
    id: 'listReviews',
    path: '/reviews',
    group: 'Reviews',
    summary: 'Reviews',
    description: 'Every published review, newest first. Several filters together narrow further.',
    example: () =>
      '/reviews?kind=film&limit=2&fields=title,url,publishedAt,ratingText,rating.value,rating.max,work.title',
    item: reviewSummarySchema,
    filters: {
      ...reviewFilters,
      work: slugParameter().optional().describe('The slug of a work.'),
      ...spanFilters,
      sort: oneOf(reviewSorts).default('newest').describe('The order. By best, what is not scored comes last.'),
    },
    check: ({ from, to }) =>
      from !== undefined && to !== undefined && from.slice(0, 10) > to.slice(0, 10)
        ? { parameter: 'to', detail: 'It is before `from`: nothing can be published in between.' }
        : null,
    key: ({ sort }) => sorts[sort].key,
    read: async ({ work, from, to, sort, ...filter }, page) => {
      const [chosen, settings] = await Promise.all([chooseFacets(filter), getSettings()])
      const facets = narrowing(chosen)
      if (!facets) return { rows: [] }
      const { since, before } = spanOf({ from, to }, settings.timeZone)
      const fits = [
        ...(facets.length > 0 ? [await withFacets(facets)] : []),
        ...(work ? [Prisma.sql`work_id = (SELECT id FROM work WHERE slug = ${work})`] : []),
        ...(since ? [Prisma.sql`published_at >= ${since}`] : []),
        ...(before ? [Prisma.sql`published_at < ${before}`] : []),
      ]
      return { rows: await listSummaries(fits, sort, page) }
    },
  }),
  defineItem({
    id: 'getReview',
    path: '/reviews/{slug}',
    group: 'Reviews',
    summary: 'A review',
    description: 'A published review, whole: its text, its rating with its words, the work and who made it.',
    example: slug => `/reviews/${slug}?fields=title,verdict,rating,critics.name,work.title`,
    item: reviewSchema,
    named: 'The slug of the review.',
    read: slug => findItem('review', slug, getReview),
  }),
]

/** Of fewer, each is looked up and they are sorted; of more, the index of the order is walked, which soon meets a page of them. */
const few = 700

/** The condition of having all of these facets, by the bits of the search: as quick as may be for as many as there are. */
async function withFacets(facets: number[]): Promise<Prisma.Sql> {
  const bits = Prisma.sql`search_facets_bits(${facets}::integer[])`
  const [row] = await db().$queryRaw<{ total: number }[]>`SELECT bit_count(${bits})::integer AS total`
  // Each in a query of its own, which is run once and not for every row.
  return (row?.total ?? 0) < few
    ? Prisma.sql`number = ANY ((SELECT search_set_bits(${bits}))::integer[])`
    : Prisma.sql`get_bit((SELECT ${bits}), number) = 1`
}

/** The next reviews after a key: a range of the index of that order, of which only these rows are then read. */
async function listSummaries(
  fits: Prisma.Sql[],
  sort: ReviewSort,
  { after, take }: { after: Key | null; take: number },
): Promise<{ item: ReviewSummary; key: Key }[]> {
  const all = [...fits, ...(after ? [sorts[sort].after(after)] : [])]
  const where = all.length > 0 ? Prisma.sql`WHERE ${Prisma.join(all, ' AND ')}` : Prisma.empty
  const found = await db().$queryRaw<Found[]>`
    SELECT d.publication_id::text AS id, d.review_id::text AS "reviewId", d.published_at AS "publishedAt", d.score::text AS points, d.sort_title AS "sortTitle"
    FROM (SELECT review_id FROM search_document ${where} ORDER BY ${sorts[sort].order} LIMIT ${take}) AS page
    JOIN search_document d USING (review_id) ORDER BY ${sorts[sort].order}`
  const summaries = await summariesOf(found.map(({ id }) => id))
  return found.flatMap(row => {
    const item = summaries.get(row.id)
    return item ? [{ item, key: keyOf(row, sort) }] : []
  })
}

interface Found {
  id: string
  reviewId: string
  publishedAt: Date
  /** Not called as the column is: PostgreSQL would sort by this text. */
  points: string
  sortTitle: string
}

function keyOf({ reviewId, publishedAt, points, sortTitle }: Found, sort: ReviewSort): Key {
  const at = publishedAt.toISOString()
  if (sort === 'title') return [sortTitle, reviewId]
  return sort === 'best' ? [points, at, reviewId] : [at, reviewId]
}

/** Summaries by the id of the publication; what has been withdrawn meanwhile is missing. */
export async function summariesOf(publicationIds: string[]): Promise<Map<string, ReviewSummary>> {
  const rows = await db().publication.findMany({
    where: { id: { in: publicationIds }, isCurrent: true },
    select: { ...cardSelect, modifiedAt: true },
  })
  const cards = await toCards(rows)
  return new Map(
    rows.flatMap((row, index) => {
      const card = cards[index]
      return card ? [[row.id, toSummary(card, row.modifiedAt.toISOString())]] : []
    }),
  )
}

/** The same by the id of the review. */
export async function summariesOfReviews(reviewIds: string[]): Promise<Map<string, ReviewSummary>> {
  const rows = await db().publication.findMany({
    where: { reviewId: { in: reviewIds }, isCurrent: true },
    select: { id: true },
  })
  const byPublication = await summariesOf(rows.map(({ id }) => id))
  return new Map([...byPublication.values()].map(summary => [summary.id, summary]))
}
