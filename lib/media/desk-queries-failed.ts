import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'

export interface FailedPicture {
  id: string
  name: string
  /** Why, in words. */
  problem: string
  /** ISO 8601. */
  createdAt: string
}

/** Pictures that could not be made, newest first: one's own, and everybody's for editors. */
export async function listFailedPictures(editor: Editor): Promise<FailedPicture[]> {
  const rows = await db().media.findMany({
    where: {
      OR: [{ state: 'failed' }, { problem: { not: '' } }],
      trashedAt: null,
      ...(!can(editor, 'review.read') && { uploadedById: editor.id }),
    },
    orderBy: { createdAt: 'desc' },
    select: { id: true, name: true, problem: true, createdAt: true },
    take: 6,
  })
  return rows.map(row => ({ ...row, createdAt: row.createdAt.toISOString() }))
}
