import { type Clock, Moment } from '#components/desk/moment.tsx'
import { browserName } from '#lib/users/browsers.ts'
import { EndSession } from './end-session.tsx'
import styles from './session-list.module.css'

export interface OpenSession {
  id: string
  userAgent: string
  createdAt: string
  lastSeenAt: string
  isThis: boolean
}

/** The browsers that are signed in to this account, with a button that ends each of the others. */
export function SessionList({ sessions, clock }: { sessions: OpenSession[]; clock: Clock }) {
  return (
    <ul className={styles.sessions}>
      {sessions.map(({ id, userAgent, createdAt, lastSeenAt, isThis }) => (
        <li key={id} className={styles.session}>
          <div>
            <p className={styles.browser}>
              {browserName(userAgent)}
              {isThis && <span className={styles.here}>, here</span>}
            </p>
            <p className={styles.times}>
              Since <Moment iso={createdAt} clock={clock} />, last used <Moment iso={lastSeenAt} clock={clock} />
            </p>
          </div>
          {!isThis && <EndSession id={id} browser={browserName(userAgent)} />}
        </li>
      ))}
    </ul>
  )
}
