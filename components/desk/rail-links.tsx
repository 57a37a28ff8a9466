'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import styles from './rail.module.css'

/** The places of the rail, with the present one marked. */
export function RailLinks({ places }: { places: { href: string; label: string; group: string }[] }) {
  const here = usePathname()
  const list = useRef<HTMLUListElement>(null)
  // On a narrow screen the places are a strip that scrolls: the present one is never off its edge.
  useEffect(() => {
    const present = list.current?.querySelector<HTMLElement>(`a[href="${placeOf(here, places)}"]`)
    present?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [here, places])
  return (
    <ul ref={list} className={styles.places}>
      {places.map(({ href, label, group }, index) => (
        <li key={href} data-begins={(index > 0 && group !== places[index - 1]?.group) || undefined}>
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

function placeOf(here: string, places: { href: string }[]): string | undefined {
  return places.find(({ href }) => currentOf(here, href))?.href
}
