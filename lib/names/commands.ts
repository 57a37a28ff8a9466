import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { nameKey } from './names.ts'

/**
 * Accepts a spelling for the whole house: the name check says nothing of it again, whatever its case and accents. Accepting it twice is
 * no mistake. Refused: not allowed.
 */
export async function acceptName(
  editor: Editor,
  { text }: { text: string },
): Promise<{ ok: true; key: string } | { ok: false; code: 'not-allowed' }> {
  if (!can(editor, 'name.accept')) return { ok: false, code: 'not-allowed' }
  const key = nameKey(text)
  return db().$transaction(async tx => {
    const { count } = await tx.acceptedName.createMany({
      data: { key, text, byId: editor.id },
      skipDuplicates: true,
    })
    await tx.nameDoubt.deleteMany({ where: { key } })
    if (count > 0) await tx.auditEntry.create({ data: { actorId: editor.id, action: 'name.accept', subject: text } })
    return { ok: true, key }
  })
}

/** Doubts a spelling again that was accepted: from the next look on. Refused: not allowed; it is not accepted (any more). */
export async function doubtName(
  editor: Editor,
  { key }: { key: string },
): Promise<{ ok: true; text: string } | { ok: false; code: 'not-allowed' | 'not-found' }> {
  if (!can(editor, 'name.accept')) return { ok: false, code: 'not-allowed' }
  return db().$transaction(async tx => {
    const row = await tx.acceptedName.findUnique({ where: { key }, select: { text: true } })
    const { count } = await tx.acceptedName.deleteMany({ where: { key } })
    if (!row || count === 0) return { ok: false, code: 'not-found' }
    await tx.auditEntry.create({ data: { actorId: editor.id, action: 'name.doubt', subject: row.text } })
    return { ok: true, text: row.text }
  })
}
