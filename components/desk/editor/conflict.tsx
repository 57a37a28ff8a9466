'use client'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { differingFields, fieldName, likelySide, mergeContent, type ReviewField } from '#lib/reviews/compare.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import type { SaveState } from './autosave.ts'
import styles from './conflict.module.css'
import { fetchKnown } from './desk-client.ts'
import { knownFrom, useEditorDesk, useSaveStatus } from './editor-context.tsx'
import { useFieldText } from './field-text.ts'
import { time } from './save-line.tsx'

type Side = 'mine' | 'theirs'

/** Opens by itself when somebody else saved first: both versions beside each other, field by field. Nothing is lost by any choice. */
export function Conflict() {
  const { choices } = useEditorDesk()
  const { state } = useSaveStatus()
  const [isPutOff, setPutOff] = useState<SaveState | null>(null)
  if (state.kind !== 'conflict') return null
  return (
    <>
      {isPutOff === state && (
        <div className={styles.waiting} role="alert">
          <span>Two versions of this review are waiting for you.</span>
          <Button size="small" onPress={() => setPutOff(null)}>
            Compare them
          </Button>
        </div>
      )}
      <Dialog
        title={titleOf(state.theirs.savedBy, choices.editorName)}
        size="wide"
        isQuestion
        isOpen={isPutOff !== state}
        onOpenChange={isOpen => !isOpen && setPutOff(state)}
      >
        {close => <Choices state={state} onLater={close} />}
      </Dialog>
    </>
  )
}

function titleOf(savedBy: string | null, own: string): string {
  if (savedBy === own) return 'You saved this review in another window while you wrote here'
  return `${savedBy ?? 'Somebody'} saved this review while you wrote`
}

function Choices({
  state: { theirs, base },
  onLater,
}: {
  state: Extract<SaveState, { kind: 'conflict' }>
  onLater: () => void
}) {
  const { draft, autosave, choices, review, learn } = useEditorDesk()
  const [mine] = useState(draft.get)
  const fields = differingFields(mine, theirs.content)
  const [sides, setSides] = useState<Partial<Record<ReviewField, Side>>>(() =>
    Object.fromEntries(fields.map(field => [field, likelySide(field, { base, mine, theirs: theirs.content })])),
  )
  const [isSaving, save] = useTransition()
  const taken = fields.filter(field => sides[field] === 'theirs')
  const choose = (all: Side) => setSides(Object.fromEntries(fields.map(field => [field, all])))
  const resolve = () =>
    save(async () => {
      await fetchKnown(review.id).then(
        known => learn(knownFrom(known)),
        () => {},
      )
      await autosave.resolve(mergeContent(draft.get(), theirs.content, taken), taken.length > 0)
    })
  return (
    <>
      <p>
        The other version was saved at {time(theirs.savedAt, choices)}. Choose what stands from now on. Whatever you do
        not choose can be found in the history.
      </p>
      <div className={styles.fields}>
        {fields.map(field => (
          <FieldChoice
            key={field}
            field={field}
            mine={mine}
            theirs={theirs.content}
            side={sides[field] ?? 'mine'}
            onSide={side => setSides({ ...sides, [field]: side })}
          />
        ))}
      </div>
      <DialogActions>
        <Button variant="quiet" onPress={onLater}>
          Later
        </Button>
        <Button variant="quiet" onPress={() => choose('theirs')}>
          Theirs for all
        </Button>
        <Button variant="quiet" onPress={() => choose('mine')}>
          Mine for all
        </Button>
        <Button variant="primary" pending={isSaving && 'Saving…'} onPress={resolve}>
          Go on with this
        </Button>
      </DialogActions>
    </>
  )
}

interface FieldChoiceProps {
  field: ReviewField
  mine: ReviewContent
  theirs: ReviewContent
  side: Side
  onSide: (side: Side) => void
}

function FieldChoice({ field, mine, theirs, side, onSide }: FieldChoiceProps) {
  const textOf = useFieldText()
  return (
    <fieldset className={styles.field}>
      <legend>{fieldName(field)}</legend>
      {(['mine', 'theirs'] as const).map(option => (
        <label key={option} data-chosen={side === option || undefined}>
          <span className={styles.choice}>
            <input type="radio" name={`conflict-${field}`} checked={side === option} onChange={() => onSide(option)} />
            {option === 'mine' ? 'Keep mine' : 'Take theirs'}
          </span>
          <span className={styles.text}>{textOf(field, option === 'mine' ? mine : theirs) || <em>Nothing</em>}</span>
        </label>
      ))}
    </fieldset>
  )
}
