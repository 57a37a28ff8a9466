import { endAddress } from '#lib/addresses/commands.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { now, transact } from '#lib/db/transact.ts'
import { appendContentEvent, pagesCaughtUp } from '#lib/events/commands.ts'
import { pictureTrashRefusal } from '#lib/media/commands-trash.ts'
import { holdersOf, missingFor } from './commands-holders.ts'
import { deleteRow, refusalOfDelete } from './commands-purge.ts'
import { holdRow, markRow, maySee, mayTrash } from './commands-rows.ts'
import type { Holder } from './trash.ts'
import type { ThrowAway, Trashable } from './trash-schema.ts'

type Tx = Prisma.TransactionClient

export type TrashRefusal =
  | { ok: false; code: 'not-found' | 'not-allowed' | 'stale' }
  /** Readers see it: a review is retracted first. */
  | { ok: false; code: 'live' }
  /** Something else needs it; or, for what comes back, is needed and in the trash itself. */
  | { ok: false; code: 'held' | 'incomplete'; holders: Holder[] }

/**
 * Puts something in the trash: out of every list and look-up, and gone for good after thirty days. A list that readers see is taken away
 * from them with it. Refused: not found (also what is there already), not allowed, stale, a review that is live, whatever something else
 * still needs.
 */
export async function throwAway(editor: Editor, thing: ThrowAway): Promise<{ ok: true } | TrashRefusal> {
  const outcome = await transact(tx => thrown(tx, editor, thing))
  if (!outcome.ok) return outcome
  if (outcome.eventId !== null) await pagesCaughtUp(outcome.eventId)
  return { ok: true }
}

async function thrown(
  tx: Tx,
  editor: Editor,
  { kind, id, version }: ThrowAway,
): Promise<{ ok: true; eventId: bigint | null } | TrashRefusal> {
  const row = await holdRow(tx, kind, id)
  if (!row || row.trashedAt || row.isMerged || !maySee(editor, kind, row)) return { ok: false, code: 'not-found' }
  if (!mayTrash(editor, kind, row)) return { ok: false, code: 'not-allowed' }
  if (row.version !== version) return { ok: false, code: 'stale' }
  if (kind === 'review' && row.isLive) return { ok: false, code: 'live' }
  const held = kind === 'media' ? await pictureHeld(tx, editor, id) : heldBy(await holdersOf(tx, kind, id))
  if (held) return held
  const eventId = kind === 'list' && row.isLive ? await takeBack(tx, editor, id) : null
  await markRow(tx, kind, id, { trashedAt: await now(tx), trashedById: editor.id })
  await audit(tx, editor, `${kind}.trash`, id)
  return { ok: true, eventId }
}

/**
 * Takes something out of the trash, as it was; a list as a draft. Refused: not found (gone for good, or never there), not allowed, and,
 * while something that it needs is in the trash too, with what that is.
 */
export async function putBack(editor: Editor, { kind, id }: Trashable): Promise<{ ok: true } | TrashRefusal> {
  return transact(async tx => {
    const row = await holdRow(tx, kind, id)
    if (!row?.trashedAt || !maySee(editor, kind, row)) return { ok: false, code: 'not-found' }
    if (!mayTrash(editor, kind, row)) return { ok: false, code: 'not-allowed' }
    const missing = await missingFor(tx, kind, id)
    if (missing.length > 0) return { ok: false, code: 'incomplete', holders: missing }
    await markRow(tx, kind, id, { trashedAt: null, trashedById: null })
    await audit(tx, editor, `${kind}.put-back`, id)
    return { ok: true }
  })
}

/**
 * Deletes something in the trash for good, with its history and its files. Refused: not found (it has to be in the trash), not allowed,
 * needed by something that is in the trash itself.
 */
export async function deleteForGood(editor: Editor, { kind, id }: Trashable): Promise<{ ok: true } | TrashRefusal> {
  if (!can(editor, 'trash.purge')) return { ok: false, code: 'not-allowed' }
  try {
    return await transact(async tx => {
      const row = await holdRow(tx, kind, id)
      if (!row?.trashedAt) return { ok: false, code: 'not-found' }
      await deleteRow(tx, kind, id)
      await audit(tx, editor, `${kind}.purge`, id)
      return { ok: true }
    })
  } catch (error) {
    return refusalOfDelete(error)
  }
}

async function pictureHeld(tx: Tx, editor: Editor, id: string): Promise<TrashRefusal | null> {
  const refusal = await pictureTrashRefusal(tx, editor, id)
  if (!refusal) return null
  if (refusal.code === 'in-use') {
    const holders = refusal.uses.map(({ title, href }) => ({ name: title, href: href ?? '/desk/media' }))
    return { ok: false, code: 'held', holders }
  }
  return { ok: false, code: refusal.code === 'not-allowed' ? 'not-allowed' : 'not-found' }
}

function heldBy(holders: Holder[]): TrashRefusal | null {
  return holders.length > 0 ? { ok: false, code: 'held', holders } : null
}

/** What taking a list back does, within the transaction that throws it away. */
async function takeBack(tx: Tx, editor: Editor, id: string): Promise<bigint> {
  const { topicId, criticId } = await tx.list.update({
    where: { id },
    data: { publishedAt: null, modifiedAt: null },
    select: { topicId: true, criticId: true },
  })
  await endAddress(tx, [id])
  await audit(tx, editor, 'list.take-back', id)
  return appendContentEvent(tx, {
    kind: 'list.take-back',
    tags: [
      'lists',
      `list:${id}`,
      ...(topicId ? [`topic:${topicId}` as const] : []),
      ...(criticId ? [`critic:${criticId}` as const] : []),
    ],
    purge: true,
  })
}

async function audit(tx: Tx, editor: Editor, action: string, subject: string): Promise<void> {
  await tx.auditEntry.create({ data: { actorId: editor.id, action, subject } })
}
