import type { Editor } from '#lib/auth/editor.ts'
import { can, type Owned } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { now } from '#lib/db/transact.ts'
import { readableBy } from '#lib/reviews/desk-scope.ts'
import { type Presence, patience, presenceFor, type Viewer, type WindowFacts } from './presence.ts'

type Tx = Prisma.TransactionClient

/** The review that presence is asked of, as far as it matters for that. */
export interface PresenceReview {
  version: number
  owned: Owned
}

/** Who is in a review, as one window of this editor is told it; null when the review is not there, or not theirs to see. */
export async function getPresence(editor: Editor, at: { reviewId: string; window: string }): Promise<Presence | null> {
  const review = await presenceReview(db(), editor, at.reviewId)
  if (!review) return null
  const [windows, at_] = await Promise.all([windowsOf(db(), at.reviewId), now(db())])
  return presenceFor(viewerOf(editor, review, at.window), review.version, windows, at_)
}

/** Who is writing in which of these reviews right now, by the review's id: "Ines", or "You". What somebody may not read is left out. */
export async function listWriting(editor: Editor, reviewIds: string[]): Promise<Record<string, string>> {
  if (reviewIds.length === 0) return {}
  const at = await now(db())
  const holders = await db().editingWindow.findMany({
    where: {
      reviewId: { in: reviewIds },
      holdsPen: true,
      seenAt: { gt: new Date(at.getTime() - patience.gone) },
      wroteAt: { gt: new Date(at.getTime() - patience.idle) },
      review: readableBy(editor),
    },
    select: { reviewId: true, userId: true, user: { select: { name: true } } },
  })
  return Object.fromEntries(
    holders.map(({ reviewId, userId, user }) => [reviewId, userId === editor.id ? 'You' : user.name]),
  )
}

/** The review, when it is there for this editor. */
export async function presenceReview(tx: Tx, editor: Editor, id: string): Promise<PresenceReview | null> {
  const review = await tx.review.findFirst({
    where: { AND: [{ id }, readableBy(editor)] },
    select: {
      version: true,
      createdById: true,
      assigneeId: true,
      publishedAt: true,
      critics: { select: { criticId: true } },
    },
  })
  if (!review) return null
  const { createdById, assigneeId, critics, publishedAt, version } = review
  return {
    version,
    owned: {
      createdById,
      assigneeId,
      criticIds: critics.map(({ criticId }) => criticId),
      wasPublished: publishedAt !== null,
    },
  }
}

/** All windows of a review, also those that are gone. */
export async function windowsOf(tx: Tx, reviewId: string): Promise<WindowFacts[]> {
  const rows = await tx.editingWindow.findMany({ where: { reviewId }, include: { user: { select: { name: true } } } })
  return rows.map(({ user, reviewId: _, ...row }) => ({ ...row, name: user.name }))
}

export function viewerOf(editor: Editor, { owned }: PresenceReview, windowId: string): Viewer {
  return {
    windowId,
    userId: editor.id,
    mayEdit: can(editor, 'review.edit', owned),
    // Without a review: only who may edit all of them.
    mayEditAny: can(editor, 'review.edit'),
  }
}
