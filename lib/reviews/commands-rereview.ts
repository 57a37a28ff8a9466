import type { Prisma } from '#lib/db/generated/client.ts'
import type { ReviewContent } from './reviews-schema.ts'
import type { WorkingCopy } from './working-copy.ts'

type Tx = Prisma.TransactionClient

const itself = 'A review cannot think again about itself. Choose the earlier review.'
const anotherWork = 'The earlier review is of another work. Choose one of the same work, or change the work.'

/**
 * Why a review cannot think again about the one that its content names, in words; null when it can. Refused while saving: itself, one
 * that thinks again about this one (however many steps apart), and, when it is newly chosen, one of another work.
 */
export async function rereviewProblem(
  tx: Tx,
  review: Pick<WorkingCopy, 'id' | 'rereviewOfId'>,
  { rereviewOfId, workId }: ReviewContent,
): Promise<string | null> {
  if (!rereviewOfId) return null
  if (rereviewOfId === review.id) return itself
  const earlier = await tx.review.findUnique({
    where: { id: rereviewOfId },
    select: { workId: true, publishedAt: true, trashedAt: true },
  })
  if (!earlier || earlier.trashedAt) return 'The earlier review does not exist any more. Choose another, or none.'
  // What was chosen before stays while its work is being changed: the words of a draft must be saved, whatever is wrong with it.
  if (rereviewOfId === review.rereviewOfId) return null
  if (earlier.publishedAt === null)
    return 'The earlier review has never been published, so nobody has read a first thought.'
  if (workId !== null && earlier.workId !== workId) return anotherWork
  const [cycle] = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE earlier (id, rereview_of_id) AS (
      SELECT id, rereview_of_id FROM review WHERE id = ${rereviewOfId}::uuid
      UNION SELECT r.id, r.rereview_of_id FROM review r JOIN earlier ON r.id = earlier.rereview_of_id
    ) SELECT id::text FROM earlier WHERE id = ${review.id}::uuid`
  return cycle ? 'That review thinks again about this one already. Choose an earlier one.' : null
}

/** The same before readers see it: then the work is settled, and must be that of the earlier review. */
export async function rereviewMismatch(
  tx: Tx,
  { rereviewOfId, workId }: Pick<ReviewContent, 'rereviewOfId' | 'workId'>,
): Promise<string | null> {
  if (!rereviewOfId) return null
  const earlier = await tx.review.findUnique({ where: { id: rereviewOfId }, select: { workId: true } })
  return earlier?.workId === workId ? null : anotherWork
}
