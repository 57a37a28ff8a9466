import type { Editor } from '#lib/auth/editor.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { ownedBy, type WorkingCopy } from '#lib/reviews/working-copy.ts'

type Tx = Prisma.TransactionClient

export interface NoteNews {
  kind: 'comment' | 'mention' | 'suggestion' | 'suggestion-answer' | 'score-proposal' | 'score-answer'
  /** Once for each person and key. */
  key: string
  words?: string
}

/** Tells people of what was done beside a review's text; whoever did it is left out. */
export async function tell(
  _tx: Tx,
  _editor: Editor,
  _reviewId: string,
  _to: string[],
  _news: NoteNews,
): Promise<void> {}

/** The accounts of whose review it is: who began it, and the critics of its byline. */
export async function writersOf(tx: Tx, review: WorkingCopy): Promise<string[]> {
  const { createdById, criticIds } = ownedBy(review)
  const users = await tx.user.findMany({
    where: {
      disabledAt: null,
      OR: [{ critic: { id: { in: criticIds } } }, ...(createdById ? [{ id: createdById }] : [])],
    },
    select: { id: true },
  })
  return users.map(({ id }) => id)
}
