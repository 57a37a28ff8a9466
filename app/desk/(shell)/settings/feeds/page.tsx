import type { Metadata } from 'next'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getSettings } from '#lib/settings/published.ts'
import { FeedsForm } from '../_components/feeds-form.tsx'

export const metadata: Metadata = { title: 'Feeds' }

/** Whether reviews can be followed in feed readers, and how much of them is in there. */
export default async function FeedSettingsPage() {
  await requireEditor()
  const { hasFeeds, feedText } = await getSettings()
  return <FeedsForm stored={{ hasFeeds, feedText }} />
}
