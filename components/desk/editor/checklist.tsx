'use client'
import { type Missing, missingForPublication } from '#lib/reviews/completeness.ts'
import styles from './checklist.module.css'
import { useDraft } from './editor-context.tsx'
import { goToField } from './go-to-field.ts'

/** What is left to do before readers may see it; each item leads to its field. */
export function Checklist({ onGo }: { onGo?: () => void }) {
  const missing = missingForPublication(useDraft())
  if (missing.length === 0) return <p className={styles.ready}>Everything is there. It can be published.</p>
  return <MissingList missing={missing} onGo={onGo} />
}

export function MissingList({ missing, onGo }: { missing: Missing[]; onGo?: () => void }) {
  return (
    <ul className={styles.list}>
      {missing.map(({ field, problem }) => (
        <li key={problem}>
          <button
            type="button"
            onClick={() => {
              onGo?.()
              goToField(field)
            }}
          >
            {problem}
          </button>
        </li>
      ))}
    </ul>
  )
}
