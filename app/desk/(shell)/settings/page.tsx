import type { Metadata } from 'next'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getPictures } from '#lib/media/published.ts'
import { getSettings } from '#lib/settings/published.ts'
import { IdentityForm } from './_components/identity-form.tsx'

export const metadata: Metadata = { title: 'Settings' }

/** What the publication is called, and the pictures that stand for it. */
export default async function IdentityPage() {
  await requireEditor()
  const { name, tagline, description, logoId, logoDarkId, iconId } = await getSettings()
  const pictures = await getPictures([logoId, logoDarkId, iconId].flatMap(id => id ?? []))
  return <IdentityForm stored={{ name, tagline, description, logoId, logoDarkId, iconId }} pictures={pictures} />
}
