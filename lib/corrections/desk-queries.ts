import { livePaths } from '#lib/addresses/published.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { readableReview } from '#lib/reviews/desk-queries-review.ts'
import { ownedBy } from '#lib/reviews/working-copy.ts'
import type { Correction } from './corrections.ts'

export interface CorrectionsDesk {
  /** Of the review as it is at the desk; may be empty. */
  title: string
  wasPublished: boolean
  /** Where readers find the review; null while it is not live. */
  livePath: string | null
  /** Newest first; `by` is null when the account is gone or a script made it. */
  corrections: (Correction & { by: string | null })[]
  may: { correct: boolean; withdraw: boolean }
}

/** The corrections of a review with what may be done about them; null when the review is not there for this editor. */
export async function getCorrectionsDesk(editor: Editor, reviewId: string): Promise<CorrectionsDesk | null> {
  const review = await readableReview(editor, reviewId)
  if (!review) return null
  const [rows, paths] = await Promise.all([
    db().correction.findMany({
      where: { reviewId },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      select: { id: true, at: true, text: true, by: { select: { name: true } } },
    }),
    livePaths([reviewId]),
  ])
  const owned = ownedBy(review)
  return {
    title: review.title,
    wasPublished: owned.wasPublished,
    livePath: paths[reviewId] ?? null,
    corrections: rows.map(({ by, at, ...row }) => ({ ...row, at: at.toISOString(), by: by?.name ?? null })),
    may: { correct: can(editor, 'review.correct', owned), withdraw: can(editor, 'review.retract', owned) },
  }
}
