import type { ReactNode } from 'react'
import { DeskTools } from '#components/desk/palette/desk-tools.tsx'
import { Rail } from '#components/desk/rail.tsx'
import { requireAccount } from '#lib/auth/require-editor.ts'
import { countUnread } from '#lib/notices/desk-queries.ts'
import { getSettings } from '#lib/settings/published.ts'
import { createReviewAction, signOutAction } from './actions.ts'
import styles from './shell.module.css'

export default async function ShellLayout({ children }: { children: ReactNode }) {
  const editor = await requireAccount()
  const [{ name }, unread] = await Promise.all([getSettings(), countUnread(editor)])
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        Skip to the page
      </a>
      <Rail
        publication={name}
        editor={{ name: editor.name, role: editor.role }}
        unread={unread}
        createReview={createReviewAction}
        signOut={signOutAction}
      />
      <main id="main" className={styles.main}>
        {children}
      </main>
      <DeskTools role={editor.role} />
    </div>
  )
}
