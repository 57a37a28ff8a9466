import { cache } from 'react'
import { pathOf } from '#lib/addresses/addresses.ts'
import { livePaths } from '#lib/addresses/published.ts'
import { listCorrectionsOf } from '#lib/corrections/published.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { getPictures } from '#lib/media/published.ts'
import { checkProse, emptyProse, mediaIds, mentionIds, type Prose } from '#lib/prose/prose.ts'
import { listReviews } from '#lib/search/published-listing.ts'
import type { ReviewFilter } from '#lib/search/search.ts'
import { getSettings } from '#lib/settings/published.ts'
import { getCreditLines, getSameAs } from '#lib/works/published.ts'
import { affiliateLinks } from './affiliate-links.ts'
import { toAspects } from './details-schema.ts'
import { cardSelect, toCards, toLink } from './published-cards.ts'
import { listRelated } from './published-related.ts'
import { listTranslations } from './published-translations.ts'
import { earlierThoughts, laterThoughts } from './rereviews.ts'
import type { ReviewArticle, ReviewCard, ReviewList } from './reviews.ts'

/** What an article needs of a publication. */
export const articleSelect = {
  ...cardSelect,
  modifiedAt: true,
  body: true,
  plainText: true,
  wordCount: true,
  seen: true,
  pros: true,
  cons: true,
  aspects: true,
  advisory: true,
  seenHow: true,
  seenEdition: true,
  seenPlatform: true,
  disclosures: true,
  disclosureNote: true,
  spoilers: true,
  searchTitle: true,
  searchDescription: true,
  workId: true,
  translationOfId: true,
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
  // A translation says again what its original said: whatever is said of that is said of it.
  const original = row.translationOfId ?? row.reviewId
  const [[card], translations, sameWork, earlier, credits, sameAs, pictures, mentions, corrections, settings] =
    await Promise.all([
      toCards([row]),
      listTranslations(original, row.reviewId),
      listCards({ workId: row.workId, reviewId: { notIn: [row.reviewId, original] } }),
      row.rereviewOfId ? listCards({ reviewId: row.rereviewOfId }) : [],
      getCreditLines(row.workId),
      getSameAs(row.workId, row.work.kind),
      getPictures(mediaIds(body)),
      livePaths(mentionIds(body)),
      listCorrectionsOf(row.reviewId),
      getSettings(),
    ])
  if (!card) throw new Error('A publication has no card')
  const direct = await listCards({ rereviewOfId: original })
  const rereviews = laterThoughts(original, unique([...sameWork, ...direct]))
  const apart = new Set(
    [...earlierThoughts(row.rereviewOfId, [...earlier, ...sameWork]), ...rereviews].map(review => review.id),
  )
  return {
    ...card,
    modifiedAt: row.modifiedAt.toISOString(),
    body,
    plainText: row.plainText,
    wordCount: row.wordCount,
    seen: row.seen,
    pros: row.pros,
    cons: row.cons,
    aspects: toAspects(row.aspects),
    advisory: row.advisory,
    seenHow: row.seenHow,
    seenEdition: row.seenEdition,
    seenPlatform: row.seenPlatform,
    disclosures: row.disclosures,
    disclosureNote: row.disclosureNote,
    spoilers: row.spoilers,
    topics: row.topics.map(({ topic }) => toLink('topic', topic)),
    credits,
    sameAs,
    searchTitle: row.searchTitle,
    searchDescription: row.searchDescription,
    pictures,
    mentions,
    sponsored: affiliateLinks(body, settings.affiliateDomains),
    corrections,
    rereviewOf: earlier[0] ?? null,
    rereviews,
    translations,
    translationOfId: row.translationOfId,
    opinions: sameWork.filter(review => !apart.has(review.id)),
    related: await listRelated(card),
  }
}

/** Reviews that are live, newest first, twelve to a page; a page past the end is the last one. */
export function listPublishedReviews(filter: ReviewFilter, page = 1): Promise<ReviewList> {
  return listReviews(filter, 'newest', page)
}

/** Live reviews that fit, newest first; of one that is there in several languages the original, since it is one opinion. */
export async function listCards(where: Prisma.PublicationWhereInput, take = 50): Promise<ReviewCard[]> {
  const rows = await db().publication.findMany({
    where: { ...where, isCurrent: true, translationOfId: null },
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
    where: { isCurrent: true, translationOfId: null },
    _count: true,
    orderBy: { year: 'desc' },
  })
  return rows.map(row => ({ year: row.year, count: row._count, path: pathOf('archive', row.year) }))
}

/** Newest first, each once. */
function unique(cards: ReviewCard[]): ReviewCard[] {
  const byId = new Map(cards.map(card => [card.id, card]))
  return [...byId.values()].sort((a, b) => b.publishedAt.localeCompare(a.publishedAt))
}

/** A stored body; what was stored was checked, so anything else is a fault of ours and shows as an empty text. */
function storedProse(body: Prisma.JsonValue): Prose {
  const checked = checkProse(body)
  return checked.ok ? checked.prose : emptyProse
}
