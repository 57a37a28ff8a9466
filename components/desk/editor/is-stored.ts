import { differingFields, likelySide } from '#lib/reviews/compare.ts'
import { mergedProse, mergeProse } from '#lib/reviews/merge-prose.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import type { LeftCopy } from './left-copies.ts'

/** Whether everything that a copy has is in what is stored: put together they would be what is stored. */
export function isStored({ base, content }: LeftCopy['copy'], stored: ReviewContent): boolean {
  const fields = differingFields(content, stored)
  if (fields.length === 0) return true
  if (!base) return false
  const body = mergedProse(mergeProse(base.body, content.body, stored.body))
  if (differingFields({ ...stored, body }, stored).length > 0) return false
  return fields.every(
    field => field === 'body' || likelySide(field, { base, mine: content, theirs: stored }) === 'theirs',
  )
}
