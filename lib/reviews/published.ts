import { cache } from 'react'
import { pathOf } from '#lib/addresses/addresses.ts'
import { livePaths } from '#lib/addresses/published.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { getPictures } from '#lib/media/published.ts'
import { checkProse, emptyProse, mediaIds, mentionIds, type Prose } from '#lib/prose/prose.ts'
import { getCreditLines } from '#lib/works/published.ts'
import { cardSelect, toCards, toLink } from './published-cards.ts'
import { listRelated } from './published-related.ts'
import { type ReviewArticle, type ReviewCard, type ReviewList, reviewsPerPage } from './reviews.ts'

/** What an article needs of a publication. */
export const articleSelect = {
  ...cardSelect,
  modifiedAt: true,
  body: true,
  plainText: true,
  wordCount: true,
  seen: true,
  spoilers: true,
  searchTitle: true,
  searchDescription: true,
  workId: true,
  rereviewOfId: true,
  topics: { select: { topic: { select: { id: true, slug: true, name: true } } }, orderBy: { topic: { name: 'asc' } } },
} satisfies Prisma.PublicationSelect

const newestFirst = [{ publishedAt: 'desc' }, { id: 'desc' }] satisfies Prisma.PublicationOrderByWithRelationInput[]

export type ArticleRow = Prisma.PublicationGetPayload<{ select: typeof articleSelect }>

/** The review that is live at `/reviews/<slug>`, or null. */
export const getPublishedReview = cache(async (slug: string): Promise<ReviewArticle | null> => {
  const row = await db().publication.findFirst({ where: { slug, isCurrent: true }, select: articleSelect })
  return row && toArticle(row)
})

/** The article of a snapshot; the desk's preview makes one of a working copy, through the same door. */
export async function toArticle(row: ArticleRow): Promise<ReviewArticle> {
  const body = storedProse(row.body)
  const [[card], sameWork, earlier, credits, pictures, mentions] = await Promise.all([
    toCards([row]),
    listCards({ workId: row.workId, reviewId: { not: row.reviewId } }),
    row.rereviewOfId ? listCards({ reviewId: row.rereviewOfId }) : [],
    getCreditLines(row.workId),
    getPictures(mediaIds(body)),
    livePaths(mentionIds(body)),
  ])
  if (!card) throw new Error('A publication has no card')
  const rereviews = await listCards({ rereviewOfId: row.reviewId })
  const apart = new Set([...earlier, ...rereviews].map(review => review.id))
  return {
    ...card,
    modifiedAt: row.modifiedAt.toISOString(),
    body,
    plainText: row.plainText,
    wordCount: row.wordCount,
    seen: row.seen,
    spoilers: row.spoilers,
    topics: row.topics.map(({ topic }) => toLink('topic', topic)),
    credits,
    searchTitle: row.searchTitle,
    searchDescription: row.searchDescription,
    pictures,
    mentions,
    rereviewOf: earlier[0] ?? null,
    rereviews,
    opinions: sameWork.filter(review => !apart.has(review.id)),
    related: await listRelated(card),
  }
}

/** What the listing at /reviews can be narrowed by; all optional, together they narrow further. */
export interface ReviewFilter {
  kind?: ReviewCard['work']['kind']
  year?: number
  section?: string
  critic?: string
  topic?: string
  /** Lowest score, 0–100. */
  rating?: number
}

/** Reviews that are live, newest first, twelve to a page; a page past the end is the last one. */
export async function listPublishedReviews(filter: ReviewFilter, page = 1): Promise<ReviewList> {
  const where = { isCurrent: true, ...filterWhere(filter) }
  const total = await db().publication.count({ where })
  const pages = Math.max(1, Math.ceil(total / reviewsPerPage))
  const at = Math.min(Math.max(1, page), pages)
  const rows = await db().publication.findMany({
    where,
    select: cardSelect,
    orderBy: newestFirst,
    skip: (at - 1) * reviewsPerPage,
    take: reviewsPerPage,
  })
  return { reviews: await toCards(rows), total, page: at, pages }
}

/** Live reviews that fit, newest first. */
export async function listCards(where: Prisma.PublicationWhereInput, take = 50): Promise<ReviewCard[]> {
  const rows = await db().publication.findMany({
    where: { ...where, isCurrent: true },
    select: cardSelect,
    orderBy: newestFirst,
    take,
  })
  return toCards(rows)
}

/** Years in which something that is live was published, newest first, with how many and the address of each. */
export async function listYears(): Promise<{ year: number; count: number; path: string }[]> {
  const rows = await db().publication.groupBy({
    by: ['year'],
    where: { isCurrent: true },
    _count: true,
    orderBy: { year: 'desc' },
  })
  return rows.map(row => ({ year: row.year, count: row._count, path: pathOf('archive', row.year) }))
}

/** A stored body; what was stored was checked, so anything else is a fault of ours and shows as an empty text. */
function storedProse(body: Prisma.JsonValue): Prose {
  const checked = checkProse(body)
  return checked.ok ? checked.prose : emptyProse
}

function filterWhere(filter: ReviewFilter): Prisma.PublicationWhereInput {
  return {
    ...(filter.kind && { work: { kind: filter.kind } }),
    ...(filter.year && { year: filter.year }),
    ...(filter.section && { section: { slug: filter.section } }),
    ...(filter.critic && { critics: { some: { critic: { slug: filter.critic } } } }),
    ...(filter.topic && { topics: { some: { topic: { slug: filter.topic } } } }),
    ...(filter.rating !== undefined && { score: { gte: filter.rating } }),
  }
}
