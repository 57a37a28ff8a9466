'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import styles from './rail.module.css'

/** The places of the rail, with the present one marked. */
export function RailLinks({ places }: { places: { href: string; label: string }[] }) {
  const here = usePathname()
  return (
    <ul className={styles.places}>
      {places.map(({ href, label }) => (
        <li key={href}>
          <Link href={href} className={styles.place} aria-current={currentOf(here, href)}>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** `page` for the page itself, `true` for one below it. */
function currentOf(here: string, href: string): 'page' | 'true' | undefined {
  if (here === href) return 'page'
  return href !== '/desk' && here.startsWith(`${href}/`) ? 'true' : undefined
}
