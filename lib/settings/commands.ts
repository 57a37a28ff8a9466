import type { Editor } from '#lib/auth/editor.ts'
import { changeSettings } from './commands-change.ts'
import type { HouseListChange } from './settings-schema.ts'

/** `stale`: somebody has changed the list since it was seen; it is what it is now. */
export type HouseListRefusal = { ok: false; code: 'not-allowed' } | { ok: false; code: 'stale'; current: string[] }

/**
 * Changes one of the house's lists: the badges, or the domains whose links earn money. Reviews keep the badges that they have. Links
 * of live reviews are marked and disclosed by the domains of today, so every page is drawn anew when those change.
 */
export async function changeHouseList(
  editor: Editor,
  { key, value, seen }: HouseListChange,
): Promise<{ ok: true } | HouseListRefusal> {
  const outcome = await changeSettings(editor, {
    value: { [key]: value },
    seen: { [key]: seen },
    event: { tags: [], purge: key === 'affiliateDomains' },
  })
  return !outcome.ok && outcome.code === 'stale' ? { ...outcome, current: outcome.current[key] } : outcome
}
