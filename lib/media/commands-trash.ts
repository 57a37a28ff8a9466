import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { retireFiles } from './commands-retire.ts'
import { listUses } from './desk-queries-uses.ts'
import type { LibraryRefusal } from './library.ts'
import { ownedPicture } from './library-row.ts'

type Tx = Prisma.TransactionClient

/**
 * Whether a picture may be thrown away, and if not, why: not there, not allowed, or used, now or in a version that readers once saw. Locks its row to
 * the end of the transaction; who uses it meanwhile waits, and finds it gone.
 */
export async function pictureTrashRefusal(tx: Tx, editor: Editor, id: string): Promise<LibraryRefusal | null> {
  await tx.$queryRaw`SELECT id FROM media WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.media.findUnique({ where: { id }, select: { uploadedById: true, state: true } })
  if (!row || row.state === 'processing') return { ok: false, code: 'not-found' }
  const uses = await listUses(tx, editor, id)
  const isLive = uses.some(use => use.isLive)
  if (!can(editor, 'media.trash', ownedPicture(row, isLive))) return { ok: false, code: 'not-allowed' }
  return uses.length > 0 ? { ok: false, code: 'in-use', uses } : null
}

/** Deletes a picture for good; its files go right after the transaction. What still uses it makes this throw. */
export async function purgePicture(tx: Tx, id: string): Promise<void> {
  const row = await tx.media.delete({ where: { id }, select: { name: true, cropName: true, original: true } })
  await retireFiles(tx, { name: row.name, original: row.original, atOnce: true })
  if (row.cropName !== null) await retireFiles(tx, { name: row.cropName, original: null, atOnce: true })
}
