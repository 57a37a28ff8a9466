'use client'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { differingFields, fieldName } from '#lib/reviews/compare.ts'
import styles from './conflict.module.css'
import { useEditorDesk } from './editor-context.tsx'
import { useFieldText } from './field-text.ts'
import type { SafetyCopy } from './safety-copy.ts'
import { time } from './save-line.tsx'
import type { LeftCopies } from './use-review-saving.ts'

/** What was typed here and never reached the server, offered on return. It is kept until somebody decides. */
export function Recovered({ left }: { left: LeftCopies }) {
  return (
    <>
      {left.copies.map(({ key, copy }) => (
        <Offer key={key} copy={copy} onDone={() => left.remove(key)} />
      ))}
    </>
  )
}

function Offer({ copy, onDone }: { copy: SafetyCopy; onDone: () => void }) {
  const { draft, review, choices, autosave } = useEditorDesk()
  const textOf = useFieldText()
  const [isShown, setShown] = useState(false)
  const fields = differingFields(copy.content, review.content)
  const isOlder = copy.version < review.version
  const take = () => {
    draft.set(copy.content)
    // Only what is on the server may go from here.
    void autosave.save().then(isSaved => isSaved && onDone())
  }
  return (
    <div className={styles.recovered}>
      <Notice
        title={`Text from ${time(copy.at, choices)} is kept in this browser and was never saved`}
        actions={
          <>
            <Button variant="primary" size="small" onPress={take}>
              Bring it back
            </Button>
            <Button size="small" aria-expanded={isShown} onPress={() => setShown(!isShown)}>
              {isShown ? 'Hide it' : 'Look at it'}
            </Button>
            <Button size="small" variant="quiet" onPress={onDone}>
              Throw it away
            </Button>
          </>
        }
      >
        <p>
          It differs in: {fields.map(fieldName).join(', ')}.
          {isOlder && ' The review was saved again after it; what stands now stays in the history.'}
        </p>
        {isShown && (
          <dl className={styles.kept}>
            {fields.map(field => (
              <div key={field}>
                <dt>{fieldName(field)}</dt>
                <dd>{textOf(field, copy.content) || <em>Nothing</em>}</dd>
              </div>
            ))}
          </dl>
        )}
      </Notice>
    </div>
  )
}
