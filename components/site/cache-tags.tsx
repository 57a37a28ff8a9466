import type { CacheTag } from '#lib/events/events.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'

/**
 * What a page depends on, for the page cache, which takes this out of the document. Every review that the page shows anything of is
 * named; the other tags are memberships.
 */
export function CacheTags({ tags, reviews = [] }: { tags: CacheTag[]; reviews?: ReviewCard[] }) {
  const all: CacheTag[] = [...tags, ...reviews.map((review): CacheTag => `review:${review.id}`)]
  return <meta name="cache-tags" content={[...new Set(all)].join(' ')} />
}
