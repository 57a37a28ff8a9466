import type { Editor } from '#lib/auth/editor.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'

// The score belongs to its critic. Everything that writes the content of a review asks here first.

type Reader = Pick<Prisma.TransactionClient, 'critic'>
type Content = Pick<ReviewContent, 'rating' | 'criticIds'>

/** A byline with somebody behind it who can sign in and answer. */
export interface ScoreCritic {
  criticId: string
  userId: string
  name: string
}

/** The critics of a byline who can be asked. A byline without an account, or with a closed one, leaves the score to the editors. */
export async function scoreCritics(tx: Reader, criticIds: string[]): Promise<ScoreCritic[]> {
  const rows = await tx.critic.findMany({
    where: { id: { in: criticIds }, user: { disabledAt: null, passwordHash: { not: null } } },
    select: { id: true, name: true, userId: true },
  })
  return rows.flatMap(({ id, name, userId }) => (userId ? [{ criticId: id, userId, name }] : []))
}

/** Whose agreement somebody needs for another score; nobody's when the byline is theirs too. */
export function answersForScore(
  editor: Pick<Editor, 'id' | 'criticId'>,
  criticIds: string[],
  critics: ScoreCritic[],
): ScoreCritic[] {
  const isOwn = editor.criticId !== null && criticIds.includes(editor.criticId)
  return isOwn ? [] : critics
}

/**
 * Why somebody may not write this content: another score on a review of a critic who can be asked, or a critic put back on the byline after
 * the score was changed without them. Owners and editors are no exception. Null when they may.
 */
export async function scoreProblem(
  tx: Prisma.TransactionClient,
  editor: Editor,
  review: { id: string } & Content,
  content: Content,
): Promise<{ field: 'rating' | 'criticIds'; problem: string } | null> {
  const isSame = sameRating(review.rating, content.rating)
  const added = content.criticIds.filter(id => !review.criticIds.includes(id))
  if (isSame && added.length === 0) return null
  const all = [...new Set([...review.criticIds, ...content.criticIds])]
  const asked = answersForScore(editor, review.criticIds, await scoreCritics(tx, all))
  if (asked.length === 0) return null
  if (!isSame)
    return {
      field: 'rating',
      problem: `The score is ${possessive(asked)}. Propose yours, and it stands when ${asked.length === 1 ? 'they agree' : 'one of them agrees'}.`,
    }
  return comebackProblem(
    tx,
    review.id,
    content,
    asked.filter(({ criticId }) => added.includes(criticId)),
  )
}

/** Taking a critic off the byline, changing the score and putting them back would be a change without them. */
async function comebackProblem(
  tx: Prisma.TransactionClient,
  reviewId: string,
  content: Content,
  added: ScoreCritic[],
): Promise<{ field: 'criticIds'; problem: string } | null> {
  for (const { criticId, name } of added) {
    const [last] = await tx.$queryRaw<{ rating: unknown }[]>`
      SELECT content -> 'rating' AS rating FROM revision
      WHERE review_id = ${reviewId}::uuid AND content -> 'criticIds' @> to_jsonb(${criticId}::text)
      ORDER BY version DESC, created_at DESC LIMIT 1`
    if (last && !sameRating(last.rating, content.rating))
      return {
        field: 'criticIds',
        problem: `The score was another when this was last by ${name}. Put that score back first, then propose yours.`,
      }
  }
  return null
}

/** Whether two scores are the same, as they are stored. */
export function sameRating(a: unknown, b: unknown): boolean {
  return written(a) === written(b)
}

function written(rating: unknown): string {
  if (typeof rating !== 'object' || rating === null) return 'null'
  const { scaleVersionId, value, unit } = { scaleVersionId: null, value: null, unit: null, ...rating }
  const { singular, plural, glyph } = { singular: null, plural: null, glyph: null, ...Object(unit) }
  return JSON.stringify([scaleVersionId, value, singular, plural, glyph])
}

function possessive(critics: ScoreCritic[]): string {
  const names = new Intl.ListFormat('en-GB').format(critics.map(({ name }) => name))
  return `${names}’s`
}
