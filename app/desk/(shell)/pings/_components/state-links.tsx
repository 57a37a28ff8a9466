import Link from 'next/link'
import { type PingState, pingStates } from '#lib/pings/pings.ts'
import { type PingFilter, pingsPath } from '#lib/pings/pings-schema.ts'
import styles from './pings.module.css'
import { stateWords } from './said.ts'

/** The list by state, with how many there are in each. */
export function StateLinks({ counts, filter }: { counts: Record<PingState, number>; filter: PingFilter }) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const links = [
    { state: null, name: 'All', count: all },
    ...pingStates.map(state => ({ state, name: stateWords[state], count: counts[state] })),
  ]
  return (
    <nav aria-label="Notices by state">
      <ul className={styles.states}>
        {links.map(({ state, name, count }) => (
          <li key={name}>
            <Link
              href={pingsPath({ service: filter.service, state })}
              className={styles.state}
              aria-current={state === filter.state ? 'page' : undefined}
            >
              {name} <span className={styles.count}>{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
