'use client'
import { type Missing, missingForPublication } from '#lib/reviews/completeness.ts'
import styles from './checklist.module.css'
import { useDraft, useReviewState } from './editor-context.tsx'
import { goToField } from './go-to-field.ts'

/** What is left to do before readers may see it; each item leads to its field. */
export function Checklist({ onGo }: { onGo?: () => void }) {
  const missing = missingForPublication(useDraft())
  const state = useReviewState()
  if (state === 'live') return <p className={styles.ready}>Nothing. Readers see what stands here.</p>
  if (missing.length === 0)
    return (
      <p className={styles.ready}>
        {state === 'changed'
          ? 'Publish the changes, when they are ready for readers.'
          : 'Everything is there. It can be published.'}
      </p>
    )
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
