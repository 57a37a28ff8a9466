import { type Clock, Moment } from '#components/desk/moment.tsx'
import type { AcceptedSpelling } from '#lib/names/desk-queries-report.ts'
import { doubtNameAction } from '../actions.ts'
import { NameButton } from './name-button.tsx'
import styles from './names.module.css'

/** The spellings of the house, each of which can be doubted again. */
export function AcceptedNames({
  names,
  mayChange,
  clock,
}: {
  names: AcceptedSpelling[]
  mayChange: boolean
  clock: Clock
}) {
  return (
    <section className={styles.accepted} aria-labelledby="accepted">
      <h2 id="accepted">Right as they are</h2>
      {names.length === 0 ? (
        <p>Spellings that somebody has said are right stand here, and are not marked any more. There are none yet.</p>
      ) : (
        <ul>
          {names.map(({ key, text, at, by }) => (
            <li key={key}>
              <span>
                <strong>{text}</strong>
                <small>
                  {by && `${by}, `}
                  <Moment iso={at} clock={clock} />
                </small>
              </span>
              {mayChange && (
                <NameButton action={doubtNameAction} name="key" value={key} label={`Doubt it again: “${text}”`}>
                  Doubt it again
                </NameButton>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
