import Link from 'next/link'
import { type Clock, Moment } from '#components/desk/moment.tsx'
import type { RevisionEntry } from '#lib/reviews/desk-reviews.ts'
import { reasonText } from '#lib/reviews/revisions.ts'
import styles from './history.module.css'

interface SittingProps {
  reviewId: string
  /** Saves in a row by one person, newest first. */
  entries: RevisionEntry[]
  presentVersion: number
  clock: Clock
}

/** One sitting of a history: its last save, and behind it the ones on the way there. */
export function Sitting({ reviewId, entries: [last, ...earlier], presentVersion, clock }: SittingProps) {
  if (!last) return null
  return (
    <li className={styles.sitting} data-reason={last.reason}>
      <Entry reviewId={reviewId} entry={last} clock={clock} isPresent={last.version === presentVersion} />
      {earlier.length > 0 && (
        <details>
          <summary>
            {earlier.length} earlier {earlier.length === 1 ? 'save' : 'saves'} of this sitting
          </summary>
          <ol>
            {earlier.map(entry => (
              <li key={entry.id}>
                <Entry reviewId={reviewId} entry={entry} clock={clock} isPresent={false} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  )
}

function Entry({
  reviewId,
  entry,
  clock,
  isPresent,
}: {
  reviewId: string
  entry: RevisionEntry
  clock: Clock
  isPresent: boolean
}) {
  return (
    <p className={styles.entry}>
      <strong>{reasonText(entry.reason)}</strong>
      <Moment iso={entry.at} clock={clock} />
      <span>{entry.author ? `by ${entry.author}` : 'by an import, or an account that is gone'}</span>
      <span className={styles.version}>
        Version {entry.version}
        {isPresent && ' (as it stands now)'}
      </span>
      <Link href={`/desk/reviews/${reviewId}/history/${entry.id}`}>Look at it</Link>
    </p>
  )
}
