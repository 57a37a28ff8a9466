import { RevisionLine, type RevisionLineProps } from '#components/desk/history/revision-line.tsx'
import type { RevisionEntry } from '#lib/reviews/desk-reviews.ts'
import styles from './history.module.css'

interface SittingProps extends Omit<RevisionLineProps, 'entry'> {
  /** Saves in a row by one person, newest first. */
  entries: RevisionEntry[]
}

/** One sitting of a history: its last save, and behind it the ones on the way there. */
export function Sitting({ entries: [last, ...earlier], ...where }: SittingProps) {
  if (!last) return null
  return (
    <li className={styles.sitting}>
      <RevisionLine entry={last} {...where} />
      {earlier.length > 0 && (
        <details>
          <summary>
            {earlier.length} earlier {earlier.length === 1 ? 'save' : 'saves'} of this sitting
          </summary>
          <ol>
            {earlier.map(entry => (
              <li key={entry.id}>
                <RevisionLine entry={entry} {...where} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  )
}
