'use client'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { useEditorDesk } from '../editor-context.tsx'
import type { PresenceProblem } from './presence-store.ts'
import { problemSaid } from './presence-words.ts'

export interface TakeOverDialogProps {
  /** Who has the pen. */
  name: string
  needsWord: boolean
  onClose: () => void
}

/** What happens when somebody takes over, and a word to the one who is interrupted. */
export function TakeOverDialog({ name, needsWord, onClose }: TakeOverDialogProps) {
  const { presence } = useEditorDesk()
  const [word, setWord] = useState('')
  const [problem, setProblem] = useState<PresenceProblem | null>(null)
  const [isTaking, take] = useTransition()
  const isMissing = needsWord && word.trim() === ''
  const takeOver = () =>
    take(async () => {
      const next = isMissing ? 'word-needed' : await presence.takeOver(word)
      if (next) setProblem(next)
      else onClose()
    })
  return (
    <Dialog title={`Take over from ${name}?`} isQuestion isOpen onOpenChange={isOpen => !isOpen && onClose()}>
      <p>
        What {name} has written is saved first; then you write, and {name} reads along. They are told that it was you.
      </p>
      <TextField
        label={needsWord ? `Why, in a word to ${name}` : `A word to ${name}, if you like`}
        value={word}
        maxLength={200}
        autoComplete="off"
        onChange={event => {
          setWord(event.target.value)
          setProblem(null)
        }}
        error={problem ? problemSaid(problem) : undefined}
      />
      <DialogActions>
        <Button variant="quiet" onPress={onClose}>
          Read along
        </Button>
        <Button variant="primary" pending={isTaking && 'Taking over…'} onPress={takeOver}>
          Take over
        </Button>
      </DialogActions>
    </Dialog>
  )
}
