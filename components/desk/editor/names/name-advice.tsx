'use client'
import { afterClosing } from '#components/desk/asked.ts'
import styles from './names.module.css'
import { howMany, type ListedDoubt, useNames } from './names-context.tsx'

const shown = 8

/** What the name check has found, beside what is to do: no duty, so it stands apart. */
export function NameAdvice({ onGo }: { onGo?: () => void }) {
  const { doubts, goTo, fix } = useNames()
  const [first] = doubts
  const go = (doubt: ListedDoubt) => {
    if (!onGo) return goTo(doubt)
    onGo()
    afterClosing(() => goTo(doubt))
  }
  if (!first) return null
  return (
    <div className={styles.advice}>
      <button type="button" className={styles.first} onClick={() => go(first)}>
        {howMany(doubts.length)} misspelt
      </button>
      <ul>
        {doubts.slice(0, shown).map((listed, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same misspelling stands in a text twice
          <li key={`${listed.doubt.text}-${index}`}>
            <button type="button" className={styles.where} onClick={() => go(listed)}>
              <span className={styles.wrong}>{listed.doubt.text}</span>
              {listed.place !== 'Text' && <small>{listed.place}</small>}
            </button>
            <button
              type="button"
              className={styles.put}
              aria-label={`Change “${listed.doubt.text}” to “${listed.doubt.suggestion}”`}
              onClick={() => fix(listed)}
            >
              {listed.doubt.suggestion}
            </button>
          </li>
        ))}
      </ul>
      {doubts.length > shown && <p>And {doubts.length - shown} more.</p>}
    </div>
  )
}
