import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { appendContentEvent, pagesCaughtUp } from '#lib/events/commands.ts'
import { keepRecord } from '#lib/history/commands-records.ts'
import { log } from '#lib/log.ts'
import { applyChanges, whyNotUndone } from './commands-apply.ts'
import { holdingsOf, partyOf } from './commands-holdings.ts'
import { holdRecords, settle } from './commands-settle.ts'
import { undoing } from './regrouping.ts'
import { type Changes, movedSchema } from './regrouping-schema.ts'

type Tx = Prisma.TransactionClient

export type Undone = { ok: true; recordId: string; eventId: bigint }
export type UndoRefusal =
  | { ok: false; code: 'not-found' | 'not-allowed' }
  /** What happened since, and what to do about it. */
  | { ok: false; code: 'changed'; problem: string }

/**
 * Puts everything that a merge or a split moved back to where it was, and the addresses with it; a merged record is itself again. The
 * record that a split made stays as a row whose address leads to the first. Refused: not allowed; no such regrouping, or undone
 * already; and, with the reason, whenever something of it was changed since: it is undone whole, or not at all.
 */
export async function undoRegrouping(editor: Editor, id: string): Promise<Undone | UndoRefusal> {
  if (!can(editor, 'work.regroup')) return { ok: false, code: 'not-allowed' }
  try {
    const outcome = await db().$transaction(tx => undo(tx, editor, id), { timeout: 30_000 })
    if (outcome.ok) {
      log().info({ event: 'regroup.undo', regrouping: id, user: editor.id }, 'regrouping undone')
      await pagesCaughtUp(outcome.eventId)
    }
    return outcome
  } catch (error) {
    if (error instanceof Changed) return { ok: false, code: 'changed', problem: error.message }
    throw error
  }
}

async function undo(tx: Tx, editor: Editor, id: string): Promise<Undone | UndoRefusal> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('out-of-five.regroup'))::text`
  const row = await tx.regrouping.findFirst({ where: { id, undoneAt: null } })
  if (!row) return { ok: false, code: 'not-found' }
  const { noun, verb, fromId, intoId } = row
  await holdRecords(tx, noun, [fromId, intoId])
  const { changes, addresses, madeAddresses } = movedSchema.parse(row.moved)
  for (const party of [await partyOf(tx, noun, intoId), verb === 'split' ? await partyOf(tx, noun, fromId) : null])
    if (party?.mergedIntoId)
      throw new Changed(`“${party.name}” has been merged into another one since. Undo that first.`)
    else if (party?.isTrashed) throw new Changed(`“${party.name}” is in the trash. Put it back first.`)
  const problem = await whyNotUndone(tx, noun, changes)
  if (problem) throw new Changed(`${problem} Nothing was undone.`)
  const back = undoing(changes)
  await applyChanges(tx, noun, back)
  await followPublications(tx, changes, { fromId, intoId })
  if (verb === 'split') await fold(tx, noun, { fromId, intoId })
  else await restoreAddresses(tx, addresses, changes)
  const tags = await settle(tx, noun, [fromId, intoId], changes)
  for (const record of [fromId, intoId])
    await keepRecord(tx, editor, noun, record, { reason: 'regrouped', note: 'Undone.' })
  // What was only made by the regrouping answers as it did before: not at all.
  await tx.address.deleteMany({ where: { path: { in: madeAddresses }, state: 'gone', movedFrom: { none: {} } } })
  await tx.regrouping.update({ where: { id }, data: { undoneAt: new Date() } })
  await tx.auditEntry.create({
    data: {
      actorId: editor.id,
      action: `${noun}.${verb}.undo`,
      subject: fromId,
      detail: { into: intoId, regrouping: id },
    },
  })
  return {
    ok: true,
    recordId: fromId,
    eventId: await appendContentEvent(tx, { kind: `${noun}.${verb}.undo`, ...tags }),
  }
}

/** Reviews that were published again since go back whole. */
async function followPublications(
  tx: Tx,
  { links }: Changes,
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<void> {
  const reviewIds = links.flatMap(each => (each.table === 'review' ? [each.id] : []))
  const known = links.flatMap(each => (each.table === 'publication' ? [each.id] : []))
  await tx.publication.updateMany({
    where: { reviewId: { in: reviewIds }, workId: intoId, id: { notIn: known } },
    data: { workId: fromId },
  })
}

/** The record that a split made becomes one that was merged into the first: mentions of it and its address keep leading somewhere. */
async function fold(
  tx: Tx,
  noun: 'work' | 'person',
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<void> {
  const { names: _, ...held } = await holdingsOf(tx, noun, [intoId])
  if (Object.values(held).some(rows => rows.length > 0)) {
    const party = await partyOf(tx, noun, intoId)
    throw new Changed(`More belongs to “${party?.name}” by now. Merge the two instead. Nothing was undone.`)
  }
  const merged = { where: { id: intoId }, data: { mergedIntoId: fromId } }
  await (noun === 'work' ? tx.work.update(merged) : tx.person.update(merged))
}

/** The addresses of what was merged, as they were; those that should be live by now, or not any more, are settled afterwards. */
async function restoreAddresses(
  tx: Tx,
  addresses: { path: string; state: 'live' | 'moved' | 'gone'; target: string | null }[],
  { links }: Changes,
): Promise<void> {
  const ids = links.flatMap(each => (each.table === 'merged' ? [each.id] : []))
  const mine = await tx.address.findMany({ where: { subjectId: { in: ids }, state: 'moved' }, select: { path: true } })
  const paths = new Set(mine.map(({ path }) => path))
  for (const { path, state, target } of addresses)
    if (paths.has(path)) await tx.address.update({ where: { path }, data: { state, target, changedAt: new Date() } })
}

class Changed extends Error {}
