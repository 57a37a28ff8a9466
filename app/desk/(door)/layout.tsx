import type { ReactNode } from 'react'
import { getSettings } from '#lib/settings/published.ts'
import { defaultSettings } from '#lib/settings/settings.ts'
import styles from './door.module.css'

/** Pages for people who are not signed in. They say nothing about what is inside. */
export default async function DoorLayout({ children }: { children: ReactNode }) {
  const { name } = await getSettings().catch(() => defaultSettings)
  return (
    <div className={styles.door}>
      <header className={styles.head}>
        <a href="/" className={styles.masthead}>
          {name}
        </a>
      </header>
      <main className={styles.main}>
        {children}
        <noscript>
          <p className={styles.text}>
            The desk needs JavaScript, which this browser does not run. Everything that readers see works without.
          </p>
        </noscript>
      </main>
    </div>
  )
}
