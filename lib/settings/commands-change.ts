import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { transact } from '#lib/db/transact.ts'
import { appendContentEvent, pagesCaughtUp } from '#lib/events/commands.ts'
import type { CacheTag } from '#lib/events/events.ts'
import { log } from '#lib/log.ts'
import { readSettings } from './published.ts'
import type { PublicationSettings } from './settings.ts'

type Tx = Prisma.TransactionClient
type Stored = PublicationSettings[keyof PublicationSettings]

/** `stale`: somebody has changed something of it since it was seen; `current` is what all settings are now. */
export type SettingsRefusal =
  | { ok: false; code: 'not-allowed' }
  | { ok: false; code: 'stale'; current: PublicationSettings }

interface Change<Refusal> {
  /** What the settings of these names are to be. */
  value: Partial<PublicationSettings>
  /** What they were when the editor saw them. */
  seen: Record<string, unknown>
  /** Before anything is stored: why these keys cannot be changed, beside what every change is refused for. */
  before?: (tx: Tx, keys: string[], current: PublicationSettings) => Promise<Refusal | null>
  /** What else changes with them. */
  after?: (tx: Tx, keys: string[]) => Promise<void>
  /** What readers see of it. */
  event: { tags: CacheTag[]; purge: boolean }
  /** In milliseconds, where it may take longer than other commands. */
  timeout?: number
}

/**
 * Changes some of the settings together: one such change after the other, an audit entry for each that is another now, one content event.
 * Refused: not allowed, stale, and for what `before` says. What is as it was changes nothing.
 */
export async function changeSettings<Refusal extends { ok: false } = never>(
  editor: Editor,
  { value, seen, before, after, event, timeout }: Change<Refusal>,
): Promise<{ ok: true } | SettingsRefusal | Refusal> {
  if (!can(editor, 'setting.edit')) return { ok: false, code: 'not-allowed' }
  type Changed = { ok: true; eventId: bigint | null; keys: string[] }
  const outcome = await transact(
    async (tx): Promise<Changed | SettingsRefusal | Refusal> => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('out-of-five.setting'))::text`
      const current = await readSettings(tx)
      const stored: Record<string, Stored> = { ...current }
      const given = Object.entries(value).flatMap(([key, wanted]) =>
        wanted === undefined ? [] : [[key, wanted] as const],
      )
      if (given.some(([key]) => !isSame(stored[key], seen[key]))) return { ok: false, code: 'stale', current }
      const changed = given.filter(([key, wanted]) => !isSame(stored[key], wanted))
      const keys = changed.map(([key]) => key)
      if (keys.length === 0) return { ok: true, eventId: null, keys }
      const refusal = await before?.(tx, keys, current)
      if (refusal) return refusal
      for (const [key, wanted] of changed) {
        await store(tx, key, wanted)
        const detail = { before: stored[key] ?? null, after: wanted }
        await tx.auditEntry.create({ data: { actorId: editor.id, action: 'setting.edit', subject: key, detail } })
      }
      await after?.(tx, keys)
      return { ok: true, eventId: await appendContentEvent(tx, { kind: 'setting.edit', ...event }), keys }
    },
    timeout === undefined ? {} : { timeout },
  )
  if (!outcome.ok) return outcome
  if (outcome.eventId !== null) {
    log().info({ event: 'setting.edit', keys: outcome.keys, user: editor.id }, 'settings changed')
    await pagesCaughtUp(outcome.eventId)
  }
  return { ok: true }
}

/** Null is what a setting is that was never made. */
async function store(tx: Tx, key: string, value: Stored): Promise<void> {
  if (value === null) await tx.setting.deleteMany({ where: { key } })
  else await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
