import { Glyph } from '#components/review/glyph.tsx'
import type { Link } from '#lib/reviews/reviews.ts'
import styles from './frame.module.css'

/** The publication's name and its sections. */
export function SiteHeader({ name, sections }: { name: string; sections: Link[] }) {
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#main">
        Skip to the text
      </a>
      <div className={`${styles.page} ${styles.bar}`}>
        <a className={styles.name} href="/">
          <Glyph name="orb" className={styles.mark} />
          {name}
        </a>
        <nav className={styles.nav} aria-label="Main">
          <ul>
            {sections.map(section => (
              <li key={section.id}>
                <a href={section.path}>{section.name}</a>
              </li>
            ))}
            <li>
              <a href="/reviews">All reviews</a>
            </li>
          </ul>
        </nav>
      </div>
    </header>
  )
}
