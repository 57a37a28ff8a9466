import { db } from '#lib/db/client.ts'
import { cardSelect, toCards } from './published-cards.ts'
import type { ReviewCard } from './reviews.ts'

/** The cards of these publications, by the publication's id; for pages that choose their rows with SQL of their own. */
export async function listCardsByPublication(ids: string[]): Promise<Map<string, ReviewCard>> {
  if (ids.length === 0) return new Map()
  const rows = await db().publication.findMany({ where: { id: { in: ids }, isCurrent: true }, select: cardSelect })
  const cards = await toCards(rows)
  return new Map(rows.flatMap((row, index) => (cards[index] ? [[row.id, cards[index]]] : [])))
}
