import Link from 'next/link'
import { SubmitButton } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { StatusLine } from '#components/ui/status-line.tsx'
import hidden from '#components/ui/visually-hidden.module.css'
import { type Role, roleTitle } from '#lib/auth/policy.ts'
import { ToolButtons } from './palette/tool-buttons.tsx'
import styles from './rail.module.css'
import { RailLinks } from './rail-links.tsx'
import { isFor, screens } from './screens/screens.ts'

export interface RailProps {
  publication: string
  editor: { name: string; role: Role }
  /** How much is new for whoever is here. */
  unread: number
  createReview: () => Promise<void>
  signOut: () => Promise<void>
}

/** The places that somebody has a use for, and how much is new for them. */
function placesOf(role: Role, unread: number) {
  const news = unread > 0 ? ` (${unread > 99 ? '99+' : unread})` : ''
  return screens
    .filter(screen => screen.place && isFor(role, screen))
    .map(({ path, name, place = 'desk' }) => ({
      href: path,
      label: path === '/desk/notices' ? `${name}${news}` : name,
      group: place,
    }))
}

/** The desk's edge: where one is, where one can go, and a new review from everywhere. A bar at the top of a narrow screen. */
export function Rail({ publication, editor, unread, createReview, signOut }: RailProps) {
  return (
    <header className={styles.rail}>
      <Link href="/desk" className={styles.masthead}>
        {publication}
      </Link>
      <a href="/" className={styles.away}>
        <span className={hidden.narrow}>See the site</span>
        <Icon name="open" />
      </a>
      <ToolButtons />
      <form action={createReview} className={styles.create}>
        <SubmitButton pending="Opening…">
          <Icon name="plus" />
          <span className={hidden.narrow}>New review</span>
        </SubmitButton>
      </form>
      <nav aria-label="Desk" className={styles.nav}>
        <RailLinks places={placesOf(editor.role, unread)} />
      </nav>
      <div className={styles.status}>
        <StatusLine />
      </div>
      <div className={styles.foot}>
        <p className={styles.who}>
          <span className={styles.name}>{editor.name}</span>
          <span className={styles.role}>{roleTitle(editor.role)}</span>
        </p>
        <form action={signOut}>
          <SubmitButton variant="quiet" size="small" pending="Signing out…">
            <Icon name="signOut" />
            Sign out
          </SubmitButton>
        </form>
      </div>
    </header>
  )
}
