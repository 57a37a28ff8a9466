import Link from 'next/link'
import { SubmitButton } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { StatusLine } from '#components/ui/status-line.tsx'
import { policy, type Role, roleTitle } from '#lib/auth/policy.ts'
import styles from './rail.module.css'
import { RailLinks } from './rail-links.tsx'

export interface RailProps {
  publication: string
  editor: { name: string; role: Role }
  /** How much is new for whoever is here. */
  unread: number
  createReview: () => Promise<void>
  signOut: () => Promise<void>
}

const places = [
  { href: '/desk', label: 'Home' },
  { href: '/desk/reviews', label: 'Reviews' },
  { href: '/desk/board', label: 'Board' },
  { href: '/desk/calendar', label: 'Calendar' },
  { href: '/desk/media', label: 'Pictures' },
  { href: '/desk/works', label: 'Works' },
  { href: '/desk/people', label: 'People' },
  { href: '/desk/series', label: 'Series' },
  { href: '/desk/lists', label: 'Lists' },
  { href: '/desk/scales', label: 'Scales' },
  { href: '/desk/names', label: 'Name check' },
  { href: '/desk/trash', label: 'Trash' },
  { href: '/desk/account', label: 'Account' },
]

/** Some places are for whoever may do what is done there. */
function placesOf(role: Role, unread: number) {
  const forSome = [
    { verb: 'delivery.make', href: '/desk/aggregators', label: 'Aggregators' },
    { verb: 'ping.view', href: '/desk/pings', label: 'Notices' },
    { verb: 'user.view', href: '/desk/team', label: 'Team' },
    { verb: 'audit.view', href: '/desk/log', label: 'Log' },
    { verb: 'job.view', href: '/desk/jobs', label: 'Workings' },
    { verb: 'mail.view', href: '/desk/mail', label: 'Mail' },
    { verb: 'setting.edit', href: '/desk/workflow', label: 'Workflow' },
    { verb: 'setting.edit', href: '/desk/settings', label: 'Settings' },
  ] as const
  const own = { href: '/desk/notices', label: unread > 0 ? `For you (${unread > 99 ? '99+' : unread})` : 'For you' }
  return places.toSpliced(1, 0, own).toSpliced(-1, 0, ...forSome.filter(({ verb }) => policy[verb][role] === 'any'))
}

/** The desk's edge: where one is, where one can go, and a new review from everywhere. A bar at the top of a narrow screen. */
export function Rail({ publication, editor, unread, createReview, signOut }: RailProps) {
  return (
    <header className={styles.rail}>
      <Link href="/desk" className={styles.masthead}>
        {publication}
      </Link>
      <a href="/" className={styles.away}>
        <span className={styles.awayText}>See the site</span>
        <Icon name="open" />
      </a>
      <form action={createReview} className={styles.create}>
        <SubmitButton pending="Opening…">
          <Icon name="plus" />
          New review
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
