import type { House } from '#lib/settings/published-house.ts'
import styles from './frame.module.css'
import { Logo, Sign } from './logo.tsx'

/** The publication's name and its menu. On the front page, which says `data-front`, the name is the masthead. */
export function SiteHeader({ house }: { house: House }) {
  const { name, tagline, logo, logoDark, icon, header } = house
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#main">
        Skip to the text
      </a>
      <div className={styles.bar}>
        <a className={styles.name} href="/">
          {logo ? (
            <Logo name={name} day={logo} night={logoDark} />
          ) : (
            <>
              <Sign icon={icon} className={styles.mark} />
              {name}
            </>
          )}
        </a>
        <p className={styles.motto}>{tagline}</p>
        <nav className={styles.nav} aria-label="Main">
          <ul>
            {header.map(({ label, address }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a menu may name one page twice, and does not change while it is looked at
              <li key={index}>
                {address === '/search' ? <SearchLink label={label} /> : <a href={address}>{label}</a>}
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  )
}

function SearchLink({ label }: { label: string }) {
  return (
    <a className={styles.search} href="/search">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="6.75" cy="6.75" r="4.75" />
        <path d="m10.5 10.5 4 4" />
      </svg>
      {label}
    </a>
  )
}
