import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { appendContentEvent, pagesCaughtUp } from '#lib/events/commands.ts'
import { log } from '#lib/log.ts'
import { ownedBy, workingCopyInclude } from '#lib/reviews/working-copy.ts'
import type { NewCorrection } from './corrections-schema.ts'

type Tx = Prisma.TransactionClient

/** Why a correction was refused. `never-published`: what nobody has read is changed, not corrected. `said`: it stands there already. */
export type CorrectionRefusal = { ok: false; code: 'not-found' | 'not-allowed' | 'never-published' | 'said' }

type Done = { ok: true; id: string; reviewId: string; eventId: bigint }

/**
 * Says in public what was wrong in a review that is or was live. The correction has its own date; the review's own dates stay as they
 * are. The same words twice (a second press of the button) are refused as said.
 */
export async function addCorrection(
  editor: Editor,
  input: NewCorrection,
): Promise<{ ok: true; id: string } | CorrectionRefusal> {
  const outcome = await db().$transaction(async (tx): Promise<Done | CorrectionRefusal> => {
    const review = await heldReview(tx, editor, input.reviewId)
    if (!review) return { ok: false, code: 'not-found' }
    if (!can(editor, 'review.correct', ownedBy(review))) return { ok: false, code: 'not-allowed' }
    if (review.publishedAt === null) return { ok: false, code: 'never-published' }
    if (await tx.correction.findFirst({ where: { ...input } })) return { ok: false, code: 'said' }
    const { id } = await tx.correction.create({ data: { ...input, byId: editor.id } })
    return finish(tx, editor, 'review.correct', { id, reviewId: review.id })
  })
  return settled(outcome, editor)
}

/** Takes a correction away that should not have been made. For whoever may retract: what was said in public is not theirs alone to unsay. */
export async function withdrawCorrection(
  editor: Editor,
  { id }: { id: string },
): Promise<{ ok: true; id: string } | CorrectionRefusal> {
  const outcome = await db().$transaction(async (tx): Promise<Done | CorrectionRefusal> => {
    const correction = await tx.correction.findUnique({ where: { id }, select: { reviewId: true } })
    const review = correction && (await heldReview(tx, editor, correction.reviewId))
    if (!review) return { ok: false, code: 'not-found' }
    if (!can(editor, 'review.retract', ownedBy(review))) return { ok: false, code: 'not-allowed' }
    const { count } = await tx.correction.deleteMany({ where: { id } })
    if (count === 0) return { ok: false, code: 'not-found' }
    return finish(tx, editor, 'review.uncorrect', { id, reviewId: review.id })
  })
  return settled(outcome, editor)
}

/** The review, locked, when it is there for this editor. */
async function heldReview(tx: Tx, editor: Editor, id: string) {
  await tx.$queryRaw`SELECT id FROM review WHERE id = ${id}::uuid FOR UPDATE`
  const review = await tx.review.findUnique({ where: { id, trashedAt: null }, include: workingCopyInclude })
  return review && can(editor, 'review.read', ownedBy(review)) ? review : null
}

async function finish(tx: Tx, editor: Editor, verb: string, { id, reviewId }: { id: string; reviewId: string }) {
  await tx.auditEntry.create({
    data: { actorId: editor.id, action: verb, subject: reviewId, detail: { correction: id } },
  })
  const eventId = await appendContentEvent(tx, { kind: verb, tags: [`review:${reviewId}`, 'corrections'] })
  return { ok: true as const, id, reviewId, eventId }
}

async function settled(
  outcome: Done | CorrectionRefusal,
  editor: Editor,
): Promise<{ ok: true; id: string } | CorrectionRefusal> {
  if (!outcome.ok) return outcome
  const { id, reviewId, eventId } = outcome
  log().info({ event: 'review.correct', review: reviewId, correction: id, user: editor.id }, 'corrections changed')
  await pagesCaughtUp(eventId)
  return { ok: true, id }
}
