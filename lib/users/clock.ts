import type { Editor } from '#lib/auth/editor.ts'
import { getSettings } from '#lib/settings/published.ts'

/** How this editor reads dates: in their own zone, or the publication's while they have chosen none. */
export async function clockOf(
  editor: Editor,
): Promise<{ language: string; timeZone: string; publicationZone: string }> {
  const { language, timeZone } = await getSettings()
  return { language, timeZone: editor.timeZone ?? timeZone, publicationZone: timeZone }
}
