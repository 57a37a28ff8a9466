import type { Correction } from '#lib/corrections/corrections.ts'
import { DateTime, type Place } from './byline.tsx'
import styles from './corrections.module.css'

/** Where the corrections of a review stand on its page. */
export const correctionsId = 'corrections'

/** The corrections of a review at its foot, oldest first, each with its own date. */
export function Corrections({ corrections, place }: { corrections: Correction[]; place: Place }) {
  if (corrections.length === 0) return null
  const heading = corrections.length === 1 ? 'Correction' : 'Corrections'
  return (
    <aside className={styles.corrections} id={correctionsId} aria-label={heading}>
      {corrections.map(correction => (
        <p key={correction.id}>
          <strong>
            Correction, <DateTime iso={correction.at} place={place} />:
          </strong>{' '}
          {correction.text}
        </p>
      ))}
      <p className={styles.all}>
        <a href="/corrections">All our corrections</a>
      </p>
    </aside>
  )
}

/** At the head, that there is a correction at the foot: "Corrected 3 March 2026". */
export function CorrectedNote({ corrections, place }: { corrections: Correction[]; place: Place }) {
  const last = corrections.at(-1)
  return (
    last && (
      <p>
        <a href={`#${correctionsId}`}>
          Corrected <DateTime iso={last.at} place={place} />
        </a>
      </p>
    )
  )
}
