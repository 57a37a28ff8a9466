import type { Editor } from '#lib/auth/editor.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { notify } from '#lib/notices/commands.ts'
import type { NoticeKind } from '#lib/notices/notices.ts'
import { ownedBy, type WorkingCopy } from '#lib/reviews/working-copy.ts'

type Tx = Prisma.TransactionClient

export interface NoteNews {
  kind: NoticeKind
  /** Once for each person and key. */
  key: string
  words?: string
}

/** Tells people of what was done beside a review's text; whoever did it is left out. */
export async function tell(tx: Tx, editor: Editor, reviewId: string, to: string[], news: NoteNews): Promise<void> {
  const others = [...new Set(to)].filter(id => id !== editor.id)
  if (others.length === 0) return
  await notify(tx, { ...news, to: others, byId: editor.id, reviewId, path: `/desk/reviews/${reviewId}#notes` })
}

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
