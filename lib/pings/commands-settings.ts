import { randomBytes } from 'node:crypto'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { env } from '#lib/env.ts'
import { changeSettings } from '#lib/settings/commands-change.ts'
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
  const outcome = await changeSettings(editor, {
    value: { [key]: value },
    seen: { [key]: seen },
    after: async tx => {
      if (value === '') await dropWaiting(tx, service)
    },
    // Only the key's own file says what the key is.
    event: key === 'indexNowKey' ? { tags: ['index-now'], purge: false } : { tags: [], purge: true },
  })
  return !outcome.ok && outcome.code === 'stale' ? { ...outcome, current: outcome.current[key] } : outcome
}

/** What waited for a service that is turned off would wait for ever. */
async function dropWaiting(tx: Tx, service: PingService): Promise<void> {
  await tx.ping.updateMany({
    where: { service, state: 'waiting' },
    data: { state: 'failed', answer: 'Not sent: it was turned off.', dueAt: null, finishedAt: new Date() },
  })
}
