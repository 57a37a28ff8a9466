'use client'
import { afterClosing } from '#components/desk/asked.ts'
import { adviceFor } from '#lib/reviews/advice.ts'
import { type Missing, missingForPublication } from '#lib/reviews/completeness.ts'
import styles from './checklist.module.css'
import { useDraft, useEditorDesk, useReviewState } from './editor-context.tsx'
import { goToField } from './go-to-field.ts'
import { useGoToTk } from './tk-tool.tsx'

/** What is left to do before readers may see it; each item leads to its field. */
export function Checklist({ onGo }: { onGo?: () => void }) {
  return (
    <>
      <ToDo onGo={onGo} />
      <Advice onGo={onGo} />
    </>
  )
}

function ToDo({ onGo }: { onGo?: () => void }) {
  const missing = useMissing()
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

/** What the draft as it stands on the screen still needs. */
export function useMissing(): Missing[] {
  const { choices, known } = useEditorDesk()
  const draft = useDraft()
  const choice = choices.scales.find(({ id }) => id === draft.rating?.scaleVersionId)
  return missingForPublication(draft, {
    scale: choice?.scale ?? null,
    affiliateDomains: choices.affiliateDomains,
    // A picture that is decorative, or described in the library, needs no words here.
    settledPictures: new Set(
      Object.values(known.pictures).flatMap(({ id, isDecorative, alt }) => (isDecorative || alt ? [id] : [])),
    ),
  })
}

/** What need not be done, and is worth a look before readers see it. */
export function Advice({ onGo }: { onGo?: () => void }) {
  const advice = adviceFor(useDraft())
  if (advice.length === 0) return null
  return (
    <div>
      <p className={styles.advice}>Worth a look</p>
      <MissingList missing={advice} onGo={onGo} />
    </div>
  )
}

export function MissingList({ missing, onGo }: { missing: Missing[]; onGo?: () => void }) {
  const goToTk = useGoToTk()
  return (
    <ul className={styles.list}>
      {missing.map(({ field, problem, isTk }) => (
        <li key={problem}>
          <button
            type="button"
            onClick={() => {
              onGo?.()
              if (isTk) afterClosing(() => void goToTk(() => ({ field, at: -1 }), 1))
              else goToField(field)
            }}
          >
            {problem}
          </button>
        </li>
      ))}
    </ul>
  )
}
