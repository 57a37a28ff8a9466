import type { Metadata } from 'next'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { env } from '#lib/env.ts'
import { isSiteReachable } from '#lib/pings/target.ts'
import { getSettings } from '#lib/settings/published.ts'
import styles from '../_components/settings.module.css'
import { Telling } from '../_components/telling.tsx'

export const metadata: Metadata = { title: 'Search and pings' }

/** Who is told of a change as soon as it happens. */
export default async function TellingPage() {
  await requireEditor()
  const { indexNowKey, webSubHub } = await getSettings()
  return (
    <div className={styles.alone}>
      <Telling
        indexNowKey={indexNowKey}
        webSubHub={webSubHub}
        unreachable={isSiteReachable() ? null : env().SITE_URL}
      />
    </div>
  )
}
