import { cache } from 'react'
import { livePaths } from '#lib/addresses/published.ts'
import { db } from '#lib/db/client.ts'
import { toWorkRef, workRefSelect } from '#lib/reviews/published-cards.ts'
import { type Correction, type CorrectionEntry, type CorrectionList, correctionsPerPage } from './corrections.ts'

const newestFirst = [{ at: 'desc' as const }, { id: 'desc' as const }]

/** The corrections of a review, oldest first, as they stand under it. */
export async function listCorrectionsOf(reviewId: string): Promise<Correction[]> {
  const rows = await db().correction.findMany({
    where: { reviewId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { id: true, at: true, text: true },
  })
  return rows.map(row => ({ ...row, at: row.at.toISOString() }))
}

/** One page of all corrections, newest first; those of a withdrawn review stay, and lead nowhere. A page past the end is the last one. */
export const listCorrections = cache(async (page = 1): Promise<CorrectionList> => {
  const total = await db().correction.count()
  const pages = Math.max(1, Math.ceil(total / correctionsPerPage))
  const at = Math.min(Math.max(1, page), pages)
  const rows = await db().correction.findMany({
    orderBy: newestFirst,
    skip: (at - 1) * correctionsPerPage,
    take: correctionsPerPage,
    select: { id: true, at: true, text: true, reviewId: true },
  })
  const reviewIds = [...new Set(rows.map(row => row.reviewId))]
  const [publications, paths] = await Promise.all([newestPublications(reviewIds), livePaths(reviewIds)])
  const corrections = rows.flatMap((row): CorrectionEntry[] => {
    const publication = publications.get(row.reviewId)
    const path = paths[row.reviewId]
    if (!publication) return []
    const { id, title, year } = toWorkRef(publication.work, new Set())
    return [
      {
        ...row,
        at: row.at.toISOString(),
        review: publication.isCurrent && path ? { title: publication.title, path } : null,
        work: { id, title, year },
      },
    ]
  })
  return { corrections, total, page: at, pages }
})

/** What readers see of each review, or saw last. */
async function newestPublications(reviewIds: string[]) {
  const rows = await db().publication.findMany({
    where: { reviewId: { in: reviewIds } },
    orderBy: [{ reviewId: 'asc' }, { number: 'desc' }],
    distinct: ['reviewId'],
    select: {
      reviewId: true,
      isCurrent: true,
      title: true,
      work: { select: workRefSelect },
    },
  })
  return new Map(rows.map(row => [row.reviewId, row]))
}
