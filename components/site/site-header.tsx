import type { Link } from '#lib/reviews/reviews.ts'
import styles from './frame.module.css'
import { Mark } from './mark.tsx'

/** The publication's name and its sections. On the front page, which says `data-front`, the name is the masthead. */
export function SiteHeader({ name, tagline, sections }: { name: string; tagline: string; sections: Link[] }) {
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#main">
        Skip to the text
      </a>
      <div className={styles.bar}>
        <a className={styles.name} href="/">
          <Mark className={styles.mark} />
          {name}
        </a>
        <p className={styles.motto}>{tagline}</p>
        <nav className={styles.nav} aria-label="Main">
          <ul>
            {sections.map(section => (
              <li key={section.id}>
                <a href={section.path}>{section.name}</a>
              </li>
            ))}
            <li>
              <a href="/lists">Lists</a>
            </li>
            <li>
              <a href="/reviews">All reviews</a>
            </li>
            <li>
              <a className={styles.search} href="/search">
                <svg viewBox="0 0 16 16" aria-hidden="true">
                  <circle cx="6.75" cy="6.75" r="4.75" />
                  <path d="m10.5 10.5 4 4" />
                </svg>
                Search
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </header>
  )
}
