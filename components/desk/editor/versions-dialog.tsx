'use client'
import { useMemo, useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { differingFields, likelySide, mergeContent, type ReviewField } from '#lib/reviews/compare.ts'
import { mergedProse, mergeProse, type Taken } from '#lib/reviews/merge-prose.ts'
import { fetchKnown } from './desk-client.ts'
import { knownFrom, useEditorDesk } from './editor-context.tsx'
import { time } from './save-line.tsx'
import type { SaveState } from './save-state.ts'
import styles from './versions.module.css'
import { FieldVersions, type Side } from './versions-field.tsx'
import { TextVersions } from './versions-text.tsx'

type ConflictState = Extract<SaveState, { kind: 'conflict' }>

/** Two versions of a review side by side: the text part by part, everything else field by field. */
export function VersionsDialog({ state, onLater }: { state: ConflictState; onLater: () => void }) {
  const { choices } = useEditorDesk()
  return (
    <Dialog
      title={titleOf(state, choices.editorName)}
      size="wide"
      isQuestion
      isOpen
      onOpenChange={isOpen => !isOpen && onLater()}
    >
      {close => <Versions state={state} onLater={close} />}
    </Dialog>
  )
}

function titleOf({ theirs: { savedBy }, isRecovered }: ConflictState, own: string): string {
  if (isRecovered) return 'This review was saved again after what you wrote here'
  if (savedBy === own) return 'You saved this review in another window while you wrote here'
  return `${savedBy ?? 'Somebody'} saved this review while you wrote`
}

function Versions({ state: { theirs, base }, onLater }: { state: ConflictState; onLater: () => void }) {
  const { draft, autosave, choices, review, learn } = useEditorDesk()
  const [mine] = useState(draft.get)
  const fields = useMemo(() => differingFields(mine, theirs.content), [mine, theirs])
  const parts = useMemo(() => mergeProse(base?.body ?? null, mine.body, theirs.content.body), [base, mine, theirs])
  const [sides, setSides] = useState<Partial<Record<ReviewField, Side>>>(() =>
    Object.fromEntries(fields.map(field => [field, likelySide(field, { base, mine, theirs: theirs.content })])),
  )
  const [taken, setTaken] = useState<(Taken | undefined)[]>([])
  const [isSaving, save] = useTransition()
  const choose = (all: Side) => {
    setSides(Object.fromEntries(fields.map(field => [field, all])))
    setTaken(parts.map(() => all))
  }
  const resolve = () =>
    save(async () => {
      await fetchKnown(review.id).then(
        known => learn(knownFrom(known)),
        () => {},
      )
      const fromTheirs = fields.filter(field => field !== 'body' && sides[field] === 'theirs')
      const content = mergeContent(draft.get(), theirs.content, fromTheirs)
      const isGivenUp = parts.some((part, index) => part.kind === 'differs' && takenOf(index) === 'theirs')
      const body = fields.includes('body') ? mergedProse(parts, taken) : content.body
      await autosave.resolve({ ...content, body }, fromTheirs.length > 0 || isGivenUp)
    })
  const takenOf = (index: number) => {
    const part = parts[index]
    return taken[index] ?? (part?.kind === 'differs' ? part.likely : 'both')
  }
  return (
    <>
      <p>
        The other version was saved at {time(theirs.savedAt, choices)}. Choose what stands from now on; whatever you do
        not choose can be found in the history.
      </p>
      <section className={styles.fields} aria-label="Where they differ">
        {fields.map(field =>
          field === 'body' ? (
            <TextVersions
              key={field}
              parts={parts}
              takenOf={takenOf}
              onTake={(index, choice) => setTaken(parts.map((_, at) => (at === index ? choice : taken[at])))}
            />
          ) : (
            <FieldVersions
              key={field}
              field={field}
              mine={mine}
              theirs={theirs.content}
              side={sides[field] ?? 'mine'}
              onSide={side => setSides({ ...sides, [field]: side })}
            />
          ),
        )}
      </section>
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
