import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import type { Picture } from './pictures.ts'
import { toPicture } from './published.ts'

/** Pictures that are there to be used again, newest first. */
export async function listPictures(_editor: Editor, take = 48): Promise<Picture[]> {
  const rows = await db().media.findMany({ where: { state: 'ready' }, orderBy: { createdAt: 'desc' }, take })
  return rows.flatMap(row => toPicture(row) ?? [])
}
