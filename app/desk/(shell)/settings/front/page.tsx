import type { Metadata } from 'next'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getLead, listFrontChoices } from '#lib/settings/desk-queries.ts'
import { getSettings } from '#lib/settings/published.ts'
import { FrontForm } from '../_components/front-form.tsx'

export const metadata: Metadata = { title: 'Front page' }

/** What the front page is made of. */
export default async function FrontSettingsPage() {
  const editor = await requireEditor()
  const { hasCover, leadReviewId, front } = await getSettings()
  const [choices, lead] = await Promise.all([listFrontChoices(editor), getLead(editor, leadReviewId)])
  return <FrontForm stored={{ hasCover, leadReviewId, front }} choices={choices} lead={lead} />
}
