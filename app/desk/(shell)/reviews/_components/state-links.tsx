import Link from 'next/link'
import { type DeskFilter, deskListPath, deskStates, stateName } from '#lib/reviews/desk-filter.ts'
import type { DeskList } from '#lib/reviews/desk-queries.ts'
import styles from './list.module.css'

/** The list by state, with how many there are in each. */
export function StateLinks({ counts, filter }: { counts: DeskList['counts']; filter: DeskFilter }) {
  const links = [
    { state: null, name: 'All', count: counts.all },
    ...deskStates.map(state => ({ state, name: stateName(state), count: counts[state] })),
  ]
  return (
    <nav aria-label="Reviews by state">
      <ul className={styles.states}>
        {links.map(({ state, name, count }) => (
          <li key={name}>
            <Link
              href={deskListPath(filter, { state })}
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
