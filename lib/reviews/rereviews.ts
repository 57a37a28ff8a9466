import type { ReviewCard } from './reviews.ts'

type Linked = Pick<ReviewCard, 'id' | 'rereviewOfId'>

/** Those of the reviews that think again about this one, or about one that does, in the order in which they are given. */
export function laterThoughts<T extends Linked>(id: string, reviews: readonly T[]): T[] {
  const found = new Set([id])
  // Each round finds those of one step further; there are no more steps than reviews.
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const review of reviews) if (review.rereviewOfId && found.has(review.rereviewOfId)) found.add(review.id)
  }
  return reviews.filter(review => review.id !== id && found.has(review.id))
}

/** Those of the reviews that this one thinks again about, and those that they do, the nearest first. */
export function earlierThoughts<T extends Linked>(rereviewOfId: string | null, reviews: readonly T[]): T[] {
  const found: T[] = []
  for (let next = rereviewOfId; next; ) {
    const earlier = reviews.find(review => review.id === next && !found.includes(review))
    if (!earlier) break
    found.push(earlier)
    next = earlier.rereviewOfId
  }
  return found
}
