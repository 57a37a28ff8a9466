import type { Metadata } from 'next'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getSettings } from '#lib/settings/published.ts'
import { HouseListForm } from '../_components/house-list-form.tsx'
import styles from '../_components/settings.module.css'

export const metadata: Metadata = { title: 'Badges' }

/** What a review can be distinguished as. */
export default async function BadgesPage() {
  await requireEditor()
  const { badges } = await getSettings()
  return (
    <section className={styles.alone} aria-label="Badges">
      <HouseListForm
        name="badges"
        label="What a review can be distinguished as, one to a line"
        placeholder={'Essential\nBest new'}
        description="Best first. Reviews keep the badges that they were given, also when they are given no more."
        entries={badges}
      />
    </section>
  )
}
