import type { House } from '#lib/settings/published-house.ts'
import styles from './frame.module.css'
import { Sign } from './logo.tsx'

/** Where else to go, and how the page should look. The theme switch shows itself when reader.js can keep what is chosen. */
export function SiteFooter({ house: { name, tagline, icon, sections, footer } }: { house: House }) {
  return (
    <footer className={styles.footer} data-night="">
      <div className={styles.foot}>
        <div className={styles.colophon}>
          <Sign icon={icon} className={styles.stamp} />
          <p className={styles.footName}>{name}</p>
          {tagline && <p>{tagline}.</p>}
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
            {footer.map(({ label, address }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as in the header
              <li key={index}>
                <a href={address}>{label}</a>
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
