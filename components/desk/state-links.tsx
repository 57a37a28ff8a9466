import Link from 'next/link'
import styles from './state-links.module.css'

interface StateLink {
  name: string
  href: string
  /** The list is narrowed to this. */
  isHere: boolean
  count?: number
}

/** What a list can be narrowed to, with how many there are of each: the address says which it is. */
export function StateLinks({ label, links }: { label: string; links: StateLink[] }) {
  return (
    <nav aria-label={label}>
      <ul className={styles.states}>
        {links.map(({ name, href, isHere, count }) => (
          <li key={name}>
            <Link href={href} className={styles.state} aria-current={isHere ? 'page' : undefined}>
              {name} {count !== undefined && <span className={styles.count}>{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
