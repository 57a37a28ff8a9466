import type { Metadata } from 'next'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getSettings } from '#lib/settings/published.ts'
import { themeOf } from '#lib/theme/theme.ts'
import { LookForm } from '../_components/look-form.tsx'

export const metadata: Metadata = { title: 'Look' }

/** The colours and faces of readers' pages. */
export default async function LookPage() {
  await requireEditor()
  return <LookForm stored={themeOf(await getSettings())} />
}
