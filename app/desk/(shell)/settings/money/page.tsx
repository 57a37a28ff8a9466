import type { Metadata } from 'next'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getSettings } from '#lib/settings/published.ts'
import { HouseListForm } from '../_components/house-list-form.tsx'
import styles from '../_components/settings.module.css'

export const metadata: Metadata = { title: 'Affiliate links' }

/** The domains whose links earn money. */
export default async function MoneyPage() {
  await requireEditor()
  const { affiliateDomains } = await getSettings()
  return (
    <section className={styles.alone} aria-label="Affiliate links">
      <HouseListForm
        name="affiliateDomains"
        label="Domains whose links earn money, one to a line"
        placeholder={'shop.example\nbooks.example'}
        description="With every host below them. A link to one is marked as sponsored, and a review with such a link is published only with a disclosure. Pages that are live follow at once: their links are marked, and a disclosure is shown where none was made."
        entries={affiliateDomains}
      />
    </section>
  )
}
