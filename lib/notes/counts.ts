import type { Prisma } from '#lib/db/generated/client.ts'

/** How many suggestions on a review nobody has accepted or rejected: a review with one is not published. */
export function unresolvedSuggestions(tx: Prisma.TransactionClient, reviewId: string): Promise<number> {
  return tx.note.count({ where: { reviewId, kind: 'suggestion', state: 'open' } })
}
