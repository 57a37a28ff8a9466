import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { now, transact } from '#lib/db/transact.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { zonedIso } from '#lib/settings/dates.ts'
import { readSettings } from '#lib/settings/published.ts'
import { type DeskAggregatorRow, standingOf } from './aggregators.ts'
import type { DeliveryInput } from './aggregators-schema.ts'
import { gatherRows, spelledBefore } from './desk-queries-rows.ts'
import { digestOf } from './digest.ts'
import { csvOf, type FileHead, type FileRow, fileName, jsonOf } from './file.ts'

export interface MadeFile {
  ok: true
  id: string
  name: string
  text: string
  count: number
}

export type DeliveryRefusal =
  | { ok: false; code: 'not-allowed' }
  | { ok: false; code: 'nothing' }
  | { ok: false; code: 'too-many'; total: number }

/**
 * Makes a file for a recipient of the live reviews of a range, and remembers in the same transaction what was said of each, so that what
 * has changed since can be told. Refused: not allowed, a range with too many reviews, and one with nothing to say.
 */
export async function deliverReviews(editor: Editor, input: DeliveryInput): Promise<MadeFile | DeliveryRefusal> {
  if (!can(editor, 'delivery.make')) return { ok: false, code: 'not-allowed' }
  const outcome = await db().$transaction(async tx => deliver(tx, editor, input), {
    // What is written to the file and what is remembered of it are read of one moment.
    isolationLevel: 'RepeatableRead',
    timeout: 60_000,
  })
  if (outcome.ok)
    log().info({ event: 'delivery.make', delivery: outcome.id, count: outcome.count, user: editor.id }, 'file made')
  return outcome
}

/** Forgets a file, as if it had never been sent: it was made by mistake, or did not arrive. Refused: not allowed, not found. */
export async function forgetDelivery(
  editor: Editor,
  { id }: { id: string },
): Promise<{ ok: true; recipient: string } | { ok: false; code: 'not-allowed' | 'not-found' }> {
  if (!can(editor, 'delivery.make')) return { ok: false, code: 'not-allowed' }
  return transact(async tx => {
    const delivery = await tx.delivery.findUnique({ where: { id } })
    const { count } = await tx.delivery.deleteMany({ where: { id } })
    if (!delivery || count === 0) return { ok: false, code: 'not-found' } as const
    const { recipient, at } = delivery
    await tx.auditEntry.create({
      data: {
        actorId: editor.id,
        action: 'delivery.forget',
        subject: id,
        detail: { recipient, at: at.toISOString() },
      },
    })
    return { ok: true, recipient } as const
  })
}

async function deliver(
  tx: Prisma.TransactionClient,
  editor: Editor,
  input: DeliveryInput,
): Promise<MadeFile | DeliveryRefusal> {
  const recipient = await spelledBefore(tx, input.recipient)
  const gathered = await gatherRows(editor, tx, { ...input, recipient })
  if (!gathered.ok) return gathered
  const { rows } = gathered
  if (rows.length === 0) return { ok: false, code: 'nothing' }
  const [settings, at] = await Promise.all([readSettings(tx), now(tx)])
  const { format, from, to } = input
  const { id } = await tx.delivery.create({
    data: { recipient, format, fromDay: new Date(from), toDay: new Date(to), at, byId: editor.id },
    select: { id: true },
  })
  await tx.deliveredReview.createMany({
    data: rows.map(row => ({ deliveryId: id, reviewId: row.reviewId, digest: digestOf(row) })),
  })
  await tx.auditEntry.create({
    data: {
      actorId: editor.id,
      action: 'delivery.make',
      subject: id,
      detail: { recipient, format, from, to, count: rows.length },
    },
  })
  const head: FileHead = {
    outlet: settings.name,
    site: new URL('/', env().SITE_URL).href,
    recipient,
    from,
    to,
    timeZone: settings.timeZone,
    made: zonedIso(at.toISOString(), settings.timeZone),
  }
  const told = rows.map(toFileRow)
  return {
    ok: true,
    id,
    name: fileName(head, format),
    text: format === 'csv' ? csvOf(told) : jsonOf(head, told),
    count: rows.length,
  }
}

function toFileRow(row: DeskAggregatorRow): FileRow {
  if (row.isWithdrawn) return { ...row, state: 'withdrawn' }
  const states = { 'not-sent': 'new', changed: 'changed', sent: 'unchanged' } as const
  return { ...row, state: states[standingOf(row)] }
}
