'use client'
import { useEffect } from 'react'
import { mediaIds } from '#lib/prose/prose.ts'
import { differingFields } from '#lib/reviews/compare.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { fetchKnown } from '../desk-client.ts'
import { type Known, knownFrom, useEditorDesk } from '../editor-context.tsx'

/** While somebody else writes: what the text now speaks of is looked up, and fields that changed are marked for a moment. */
export function useReadAlong(): void {
  const { draft, review, known, learn, mayWrite } = useEditorDesk()
  useEffect(() => {
    if (mayWrite) return
    let before = draft.get()
    return draft.subscribe(() => {
      const now = draft.get()
      const fields = differingFields(before, now)
      before = now
      for (const field of fields) mark(field)
      if (isUnknown(now, known))
        fetchKnown(review.id).then(
          found => learn(knownFrom(found)),
          // The names are missing until the next change; the text is there.
          () => {},
        )
    })
  }, [draft, review.id, known, learn, mayWrite])
}

function isUnknown(content: ReviewContent, known: Known): boolean {
  const { workId, rereviewOfId, translationOfId, imageId, body } = content
  const reviews = [rereviewOfId, translationOfId].flatMap(id => id ?? [])
  return (
    (workId !== null && !known.works[workId]) ||
    reviews.some(id => !known.reviews[id]) ||
    [...mediaIds(body), ...(imageId ? [imageId] : [])].some(id => !known.pictures[id])
  )
}

const markedFor = 4_000

/** On the element and not through React: a field need not be drawn anew to be marked. The text marks its own words. */
function mark(field: string): void {
  const place = field === 'body' ? null : document.getElementById(`field-${field}`)
  if (!place) return
  place.dataset.fresh = ''
  setTimeout(() => delete place.dataset.fresh, markedFor)
}
