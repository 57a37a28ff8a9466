import Link from 'next/link'
import { type Clock, Moment } from '#components/desk/moment.tsx'
import { Badge } from '#components/ui/badge.tsx'
import type { RevisionEntry } from '#lib/reviews/desk-reviews.ts'
import { reasonText } from '#lib/reviews/revisions.ts'
import styles from './revision-line.module.css'

export interface RevisionLineProps {
  entry: RevisionEntry
  /** Where versions are looked at: the id of one follows. */
  folder: string
  /** The version that stands now, and the one that readers see. */
  present: number
  live: number | null
  clock: Clock
}

/** One version in a history: what it is called, what was done, when, by whom, why. */
export function RevisionLine({ entry, folder, present, live, clock }: RevisionLineProps) {
  // The save that was then published is the same version a second time.
  const isTwice = entry.reason === 'saved' && entry.version === live
  const isPlain = entry.reason === 'saved' && entry.name === ''
  return (
    <div className={styles.entry} data-plain={isPlain || undefined}>
      <p className={styles.what}>
        <Link href={`${folder}/${entry.id}`}>
          {entry.name || reasonText(entry.reason)}
          <span className={styles.version}>version {entry.version}</span>
        </Link>
        {entry.version === present && !isTwice && <Badge>As it stands now</Badge>}
        {entry.version === live && !isTwice && <Badge tone="good">Live</Badge>}
      </p>
      <p className={styles.who}>
        {entry.name && `${reasonText(entry.reason)} · `}
        <Moment iso={entry.at} clock={clock} /> ·{' '}
        {entry.author ? `by ${entry.author}` : 'by an import, or an account that is gone'}
      </p>
      {entry.note && <p className={styles.note}>{entry.note}</p>}
    </div>
  )
}
