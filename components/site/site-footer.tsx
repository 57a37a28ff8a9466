import type { Link } from '#lib/reviews/reviews.ts'
import styles from './frame.module.css'
import { Mark } from './mark.tsx'

const places = [
  ['/reviews', 'All reviews'],
  ['/archive', 'Archive by year'],
  ['/top', 'Top rated'],
  ['/lists', 'Lists'],
  ['/works', 'Works A–Z'],
  ['/people', 'People A–Z'],
  ['/series', 'Series'],
  ['/topics', 'Topics'],
  ['/critics', 'Critics'],
  ['/about', 'About'],
  ['/scoring', 'How we score'],
  ['/corrections', 'Corrections'],
  ['/feeds', 'Feeds'],
  ['/developers', 'For developers'],
  ['/search', 'Search'],
] as const

/** Where else to go, and how the page should look. The theme switch shows itself when reader.js can keep what is chosen. */
export function SiteFooter({ name, tagline, sections }: { name: string; tagline: string; sections: Link[] }) {
  return (
    <footer className={styles.footer} data-night="">
      <div className={styles.foot}>
        <div className={styles.colophon}>
          <Mark className={styles.stamp} />
          <p className={styles.footName}>{name}</p>
          <p>{tagline}.</p>
          <p className={styles.quiet}>No cookies, no trackers, no third party: this page asked nobody but us.</p>
        </div>
        <nav aria-labelledby="foot-sections">
          <h2 id="foot-sections">Sections</h2>
          <ul>
            {sections.map(section => (
              <li key={section.id}>
                <a href={section.path}>{section.name}</a>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-labelledby="foot-places">
          <h2 id="foot-places">Elsewhere in here</h2>
          <ul className={styles.places}>
            {places.map(([path, label]) => (
              <li key={path}>
                <a href={path}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <fieldset className={styles.themes} data-themes hidden>
          <legend>Light or dark</legend>
          <button type="button" data-theme-choice="auto" aria-pressed="true">
            As my device
          </button>
          <button type="button" data-theme-choice="light" aria-pressed="false">
            Light
          </button>
          <button type="button" data-theme-choice="dark" aria-pressed="false">
            Dark
          </button>
        </fieldset>
      </div>
    </footer>
  )
}
