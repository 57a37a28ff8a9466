import { db } from '#lib/db/client.ts'
import { cardSelect, toCards } from './published-cards.ts'
import type { ReviewCard } from './reviews.ts'

/** The newest review at each end and in the middle of the scales, best first, and the newest without a score: what the scores look like. */
export async function listScoreExamples(): Promise<ReviewCard[]> {
  const bands = [{ gte: 100 }, { gte: 80, lt: 100 }, { gte: 60, lt: 80 }, { gte: 30, lt: 60 }, { lt: 30 }]
  const wheres = [...bands.map(score => ({ score })), { score: null }]
  const rows = await Promise.all(
    wheres.map(where =>
      db().publication.findFirst({
        where: { ...where, isCurrent: true },
        select: cardSelect,
        orderBy: { publishedAt: 'desc' },
      }),
    ),
  )
  return toCards(rows.flatMap(row => row ?? []))
}
