import type { Metadata } from 'next'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getSettings } from '#lib/settings/published.ts'
import { TextsForm } from '../_components/texts-form.tsx'

export const metadata: Metadata = { title: 'Texts' }

/** What the publication says of itself: about, privacy, how it works, who answers for it. */
export default async function TextsPage() {
  await requireEditor()
  const { aboutText, privacyText, policyText, imprintText } = await getSettings()
  return <TextsForm stored={{ aboutText, privacyText, policyText, imprintText }} />
}
