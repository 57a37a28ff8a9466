import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { appendContentEvent, pagesCaughtUp } from '#lib/events/commands.ts'
import { log } from '#lib/log.ts'
import { readSettings } from './published.ts'
import type { HouseListChange } from './settings-schema.ts'

/** `stale`: somebody has changed the list since it was seen; it is what it is now. */
export type HouseListRefusal = { ok: false; code: 'not-allowed' } | { ok: false; code: 'stale'; current: string[] }

/**
 * Changes one of the house's lists: the badges, or the domains whose links earn money. Reviews keep the badges that they have. Links
 * of live reviews are marked and disclosed by the domains of today, so every page is drawn anew when those change.
 */
export async function changeHouseList(
  editor: Editor,
  change: HouseListChange,
): Promise<{ ok: true } | HouseListRefusal> {
  if (!can(editor, 'setting.edit')) return { ok: false, code: 'not-allowed' }
  const { key, value, seen } = change
  const outcome = await db().$transaction(
    async (tx): Promise<{ ok: true; eventId: bigint | null } | HouseListRefusal> => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('out-of-five.setting'))::text`
      const current = (await readSettings(tx))[key]
      if (!isSame(current, seen)) return { ok: false, code: 'stale', current }
      if (isSame(current, value)) return { ok: true, eventId: null }
      await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
      await tx.auditEntry.create({
        data: { actorId: editor.id, action: 'setting.edit', subject: key, detail: { before: current, after: value } },
      })
      return {
        ok: true,
        eventId: await appendContentEvent(tx, { kind: 'setting.edit', tags: [], purge: key === 'affiliateDomains' }),
      }
    },
  )
  if (!outcome.ok) return outcome
  if (outcome.eventId !== null) {
    log().info({ event: 'setting.edit', key, user: editor.id }, 'setting changed')
    await pagesCaughtUp(outcome.eventId)
  }
  return { ok: true }
}

function isSame(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((entry, index) => entry === other[index])
}
