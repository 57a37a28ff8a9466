import { secretDigest } from '#lib/auth/tokens.ts'
import { db } from '#lib/db/client.ts'
import { previewOf } from '#lib/reviews/desk-queries-preview.ts'
import type { ReviewArticle } from '#lib/reviews/reviews.ts'
import { workingCopyInclude } from '#lib/reviews/working-copy.ts'

/** What the holder of a link may see: the review as it stands, and whom the link was made for. */
export interface OpenPreview {
  name: string
  review: ReviewArticle
  /** ISO 8601; null without an embargo. */
  embargoUntil: string | null
}

interface Link {
  id: string
  reviewId: string
  name: string
  embargoUntil: Date | null
}

/**
 * Whose link a secret is; null when it was never made, has run out or was ended, when its review is in the trash, and when the account of
 * whoever made it is closed. By the database's clock.
 */
export async function findPreview(secret: string): Promise<Link | null> {
  if (!/^[\w-]{43}$/.test(secret)) return null
  const [row] = await db().$queryRaw<Link[]>`
    SELECT l.id, l.review_id AS "reviewId", l.name, CASE WHEN r.embargo_at > now() THEN r.embargo_at END AS "embargoUntil"
    FROM preview_link l JOIN review r ON r.id = l.review_id JOIN app_user u ON u.id = l.by_id
    WHERE l.hash = ${secretDigest(secret)} AND l.revoked_at IS NULL AND l.expires_at > now()
      AND r.trashed_at IS NULL AND u.disabled_at IS NULL`
  return row ?? null
}

/** The same with the review, and that it was looked at written down. */
export async function openPreview(secret: string): Promise<OpenPreview | null> {
  const link = await findPreview(secret)
  const review = link && (await db().review.findUnique({ where: { id: link.reviewId }, include: workingCopyInclude }))
  if (!review) return null
  await db().$executeRaw`UPDATE preview_link SET last_seen_at = now() WHERE id = ${link.id}::uuid`
  return {
    name: link.name,
    review: await previewOf(review),
    embargoUntil: link.embargoUntil?.toISOString() ?? null,
  }
}
