import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '#components/desk/page-head.tsx'
import { can } from '#lib/auth/policy.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { env } from '#lib/env.ts'
import { isSiteReachable } from '#lib/pings/target.ts'
import { listTimeZones, mastheadOf } from '#lib/settings/publication-schema.ts'
import { getSettings } from '#lib/settings/published.ts'
import { HouseListForm } from './_components/house-list-form.tsx'
import { MastheadForm } from './_components/masthead-form.tsx'
import styles from './_components/settings.module.css'
import { Telling } from './_components/telling.tsx'

export const metadata: Metadata = { title: 'Settings' }

/** What the publication is called and how it speaks, and the house's lists. For whoever may change them. */
export default async function SettingsPage() {
  const editor = await requireEditor()
  if (!can(editor, 'setting.edit')) notFound()
  const settings = await getSettings()
  const { affiliateDomains, badges } = settings
  return (
    <>
      <PageHead title="Settings">What the whole house keeps to.</PageHead>
      <section className={styles.part} aria-labelledby="publication">
        <h2 id="publication">Publication</h2>
        <MastheadForm masthead={mastheadOf(settings)} zones={listTimeZones()} />
      </section>
      <section className={styles.part} aria-labelledby="telling">
        <h2 id="telling">Telling others</h2>
        <Telling
          indexNowKey={settings.indexNowKey}
          webSubHub={settings.webSubHub}
          unreachable={isSiteReachable() ? null : env().SITE_URL}
        />
      </section>
      <section className={styles.part} aria-labelledby="affiliate">
        <h2 id="affiliate">Affiliate domains</h2>
        <HouseListForm
          name="affiliateDomains"
          label="Domains whose links earn money, one to a line"
          placeholder={'shop.example\nbooks.example'}
          description="With every host below them. A link to one is marked as sponsored, and a review with such a link is published only with a disclosure. Pages that are live follow at once: their links are marked, and a disclosure is shown where none was made."
          entries={affiliateDomains}
        />
      </section>
      <section className={styles.part} aria-labelledby="badges">
        <h2 id="badges">Badges</h2>
        <HouseListForm
          name="badges"
          label="What a review can be distinguished as, one to a line"
          placeholder={'Essential\nBest new'}
          description="Best first. Reviews keep the badges that they were given, also when they are given no more."
          entries={badges}
        />
      </section>
    </>
  )
}
