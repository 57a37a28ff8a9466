import type { Metadata } from 'next'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { listTimeZones } from '#lib/settings/publication-schema.ts'
import { getSettings } from '#lib/settings/published.ts'
import { LanguageForm } from '../_components/language-form.tsx'

export const metadata: Metadata = { title: 'Language and time' }

/** How the publication speaks, and by which clock. */
export default async function LanguagePage() {
  await requireEditor()
  const { language, direction, timeZone } = await getSettings()
  return <LanguageForm stored={{ language, direction, timeZone }} zones={listTimeZones()} />
}
