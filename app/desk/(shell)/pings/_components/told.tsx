import Link from 'next/link'
import type { DeskPings } from '#lib/pings/desk-queries.ts'
import { serviceNames } from '#lib/pings/pings.ts'
import styles from './pings.module.css'

/** Who is told now, and where that is changed. Nothing while nobody is: the list says it then. */
export function Told({ list: { told, may } }: { list: DeskPings }) {
  if (told.length === 0) return null
  const names = told.map(({ service, host }) => `${serviceNames[service]} (${host})`)
  return (
    <p className={styles.told}>
      Told of every change: {names.join(' and ')}.{' '}
      {may.configure && <Link href="/desk/settings/telling">Change this</Link>}
    </p>
  )
}
