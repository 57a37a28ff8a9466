import { pathOf } from '#lib/addresses/addresses.ts'
import { resolveAddress } from '#lib/addresses/published.ts'
import { db } from '#lib/db/client.ts'
import { cardSelect, toCards } from '#lib/reviews/published-cards.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'

export type FoundCard =
  | { state: 'live'; slug: string; review: ReviewCard }
  | { state: 'moved'; slug: string }
  | { state: 'gone' | 'unknown' }

/** The live review whose page is `/reviews/<slug>`, in whatever language, or what has become of it. */
export async function findCard(slug: string): Promise<FoundCard> {
  const address = await resolveAddress(pathOf('review', slug))
  if (address?.state === 'moved' && address.target) return { state: 'moved', slug: lastPart(address.target) }
  if (address?.state === 'gone') return { state: 'gone' }
  const row = address && (await db().publication.findFirst({ where: { slug, isCurrent: true }, select: cardSelect }))
  const [review] = row ? await toCards([row]) : []
  return review ? { state: 'live', slug, review } : { state: 'unknown' }
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
