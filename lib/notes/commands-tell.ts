import type { Editor } from '#lib/auth/editor.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { type News, notify } from '#lib/notices/commands.ts'

/** Tells people of what was done beside a review's text, and leads them there. */
export function tell(
  tx: Prisma.TransactionClient,
  editor: Editor,
  reviewId: string,
  to: string[],
  news: Pick<News, 'kind' | 'key' | 'words'>,
): Promise<void> {
  return notify(tx, { ...news, to, byId: editor.id, reviewId, path: `/desk/reviews/${reviewId}#notes` })
}
