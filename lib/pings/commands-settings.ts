import { randomBytes } from 'node:crypto'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { transact } from '#lib/db/transact.ts'
import { env } from '#lib/env.ts'
import { appendContentEvent, pagesCaughtUp } from '#lib/events/commands.ts'
import { log } from '#lib/log.ts'
import { readSettings } from '#lib/settings/published.ts'
import { targetProblem } from './hosts.ts'
import type { PingService } from './pings.ts'
import type { HubChange, IndexNowChange } from './pings-schema.ts'

type Tx = Prisma.TransactionClient

/** `stale`: somebody has changed it since it was seen; it is what it is now. */
export type TellingRefusal =
  | { ok: false; code: 'not-allowed' }
  | { ok: false; code: 'stale'; current: string }
  | { ok: false; code: 'invalid'; problem: string }

/**
 * Turns notices to search engines on with a new key, gives them another one, or turns them off. The file of the old key is gone with the
 * same event; what waits is sent with the new one, or not at all. Refused: not allowed, stale.
 */
export function changeIndexNow(editor: Editor, { verb, seen }: IndexNowChange): Promise<{ ok: true } | TellingRefusal> {
  const value = verb === 'off' ? '' : randomBytes(16).toString('hex')
  return change(editor, { key: 'indexNowKey', service: 'indexnow', seen, value })
}

/**
 * Says which hub is told of changes to feeds; empty for none. Every feed names it, and so every page is dropped. Refused: not allowed,
 * stale, an address that is none, or that the server may not call.
 */
export async function changeHub(editor: Editor, { hub, seen }: HubChange): Promise<{ ok: true } | TellingRefusal> {
  const problem = hub === '' ? null : targetProblem(hub, env().ALLOW_PRIVATE_HOSTS)
  if (problem && can(editor, 'setting.edit')) return { ok: false, code: 'invalid', problem }
  return change(editor, { key: 'webSubHub', service: 'websub', seen, value: URL.parse(hub)?.href ?? '' })
}

interface Setting {
  key: 'indexNowKey' | 'webSubHub'
  service: PingService
  seen: string
  value: string
}

async function change(editor: Editor, { key, service, seen, value }: Setting): Promise<{ ok: true } | TellingRefusal> {
  if (!can(editor, 'setting.edit')) return { ok: false, code: 'not-allowed' }
  const outcome = await transact(async (tx): Promise<{ ok: true; eventId: bigint | null } | TellingRefusal> => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('out-of-five.setting'))::text`
    const current = (await readSettings(tx))[key]
    if (current !== seen) return { ok: false, code: 'stale', current }
    if (current === value) return { ok: true, eventId: null }
    await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
    const detail = { before: current, after: value }
    await tx.auditEntry.create({ data: { actorId: editor.id, action: 'setting.edit', subject: key, detail } })
    if (value === '') await dropWaiting(tx, service)
    // Only the key's own file says what the key is.
    const touched = key === 'indexNowKey' ? { tags: ['index-now' as const] } : { tags: [], purge: true }
    return { ok: true, eventId: await appendContentEvent(tx, { kind: 'setting.edit', ...touched }) }
  })
  if (!outcome.ok) return outcome
  if (outcome.eventId !== null) {
    log().info({ event: 'setting.edit', key, user: editor.id }, 'setting changed')
    await pagesCaughtUp(outcome.eventId)
  }
  return { ok: true }
}

/** What waited for a service that is turned off would wait for ever. */
async function dropWaiting(tx: Tx, service: PingService): Promise<void> {
  await tx.ping.updateMany({
    where: { service, state: 'waiting' },
    data: { state: 'failed', answer: 'Not sent: it was turned off.', dueAt: null, finishedAt: new Date() },
  })
}
