'use client'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { differingFields, fieldName } from '#lib/reviews/compare.ts'
import { useEditorDesk, useSaveStatus } from './editor-context.tsx'
import { useFieldText } from './field-text.ts'
import type { LeftCopy } from './left-copies.ts'
import { usePresenceState } from './presence/use-presence.ts'
import styles from './recovered.module.css'
import { fetchStored } from './save-client.ts'
import { time } from './save-line.tsx'
import type { LeftCopies } from './use-review-saving.ts'
import { useTaken, useWhenSaved } from './use-taken.ts'

/**
 * What was typed here and never reached the server. The newest copy is taken by itself where that can undo nobody's work: it is of
 * the same person, of a window that is gone, made from what the server has, and it is their turn to write. Everything else is
 * offered, and kept until somebody decides.
 */
export function Recovered({ left }: { left: LeftCopies }) {
  const { taken, take, undo, forget } = useTaken(left)
  const newest = left.copies[0]
  const isSafe = useIsSafe(newest, left.isSure)
  useEffect(() => {
    if (isSafe === 'yes' && newest && !taken) take(newest)
  }, [isSafe, newest, taken, take])
  if (isSafe === 'not-known') return null
  return (
    <>
      {taken && <BroughtBack copy={taken} onUndo={undo} onDone={forget} />}
      {left.copies.map(copy =>
        copy.window === taken?.window ? null : <Offer key={copy.window} left={copy} remove={left.remove} />,
      )}
    </>
  )
}

const patience = 4_000

/** Known when it is known who has the pen; where nobody can tell, nothing is taken. */
function useIsSafe(left: LeftCopy | undefined, isSure: boolean): 'yes' | 'no' | 'not-known' {
  const { choices, autosave, mayWrite } = useEditorDesk()
  const { presence, isReachable } = usePresenceState()
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience)
    return () => clearTimeout(timer)
  }, [])
  if (!left) return 'no'
  const { editorId, version } = left.copy
  if (!isSure || editorId !== choices.editorId || version !== autosave.status().version) return 'no'
  if (presence?.pen === 'here' && mayWrite) return 'yes'
  return presence || !isReachable || isLate ? 'no' : 'not-known'
}

function BroughtBack({ copy: { copy }, onUndo, onDone }: { copy: LeftCopy; onUndo: () => void; onDone: () => void }) {
  const { choices } = useEditorDesk()
  return (
    <div className={styles.recovered}>
      <Notice
        tone="good"
        title={`What you wrote until ${time(copy.at, choices)} had not reached the server. It is back in its place.`}
        actions={
          <>
            <Button size="small" onPress={onDone}>
              Keep it
            </Button>
            <Button size="small" variant="quiet" onPress={onUndo}>
              Undo: go back to what was saved
            </Button>
          </>
        }
      />
    </div>
  )
}

function Offer({ left: { window, copy }, remove }: { left: LeftCopy; remove: LeftCopies['remove'] }) {
  const { autosave, review, choices, draft, mayWrite } = useEditorDesk()
  const textOf = useFieldText()
  const [isShown, setShown] = useState(false)
  const [problem, setProblem] = useState('')
  const [isTaken, setTaken] = useState(false)
  const onDone = useCallback(() => remove(window), [remove, window])
  useWhenSaved(isTaken, onDone)
  const { version } = useSaveStatus()
  const fields = differingFields(copy.content, draft.get())
  const isOlder = copy.version !== version
  const isAnothers = copy.editorId !== null && copy.editorId !== choices.editorId
  const bringBack = async () => {
    const stored = await fetchStored(review.id)
    if (!stored) return setProblem('The server did not answer. It stays here; try again in a moment.')
    await autosave.recover(copy, stored)
    setTaken(true)
  }
  return (
    <div className={styles.recovered}>
      <Notice
        title={`Text from ${time(copy.at, choices)} is kept in this browser and was never saved`}
        actions={
          <>
            <Button variant="primary" size="small" isDisabled={!mayWrite} onPress={() => void bringBack()}>
              {isOlder ? 'Compare it with what is saved' : 'Bring it back'}
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
          {fields.length > 0 && `It differs in: ${fields.map(fieldName).join(', ')}. `}
          {isAnothers && 'Somebody else wrote it in this browser. '}
          {isOlder && 'The review was saved again after it; both versions are put beside each other. '}
          {!mayWrite && 'It can be brought back when it is your turn to write.'}
        </p>
        {problem && <p role="alert">{problem}</p>}
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
