'use client'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { useStatus } from '#components/ui/status-line.tsx'
import { versionLimits } from '#lib/history/version-words.ts'
import type { VerbOutcome } from './editor-actions.ts'
import { useEditorDesk } from './editor-context.tsx'
import styles from './unseen.module.css'

interface KeepVersionProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Keeps what stands now under a name, so that it is found again and never replaced by an autosave. */
export function KeepVersion({ isOpen, onOpenChange }: KeepVersionProps) {
  return (
    <Dialog title="Keep as a named version" isOpen={isOpen} onOpenChange={onOpenChange}>
      {close => <KeepForm close={close} />}
    </Dialog>
  )
}

function KeepForm({ close }: { close: () => void }) {
  const { review, autosave, actions } = useEditorDesk()
  const say = useStatus()
  const [words, setWords] = useState({ name: '', note: '' })
  const [problem, setProblem] = useState('')
  const [isKept, setKept] = useState(false)
  const [isKeeping, start] = useTransition()
  const keep = () =>
    start(async () => {
      if (words.name.trim() === '') return setProblem('Give it a name, such as “Before the cut”.')
      if (!(await autosave.save()))
        return setProblem('It could not be saved, so nothing was kept. The line at the top says why.')
      const { version } = autosave.status()
      const outcome = await actions.keepVersion({ id: review.id, version, words }).catch(() => unheard)
      if (!outcome.ok) return setProblem(outcome.problem)
      setKept(true)
      say(`Kept as “${words.name.trim()}”.`)
    })
  if (isKept)
    return (
      <>
        <p role="status">Kept as “{words.name.trim()}”. The history has it.</p>
        <DialogActions>
          <Button variant="primary" onPress={close} autoFocus>
            Go on writing
          </Button>
        </DialogActions>
      </>
    )
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        keep()
      }}
    >
      <TextField
        label="Name"
        autoFocus
        maxLength={versionLimits.name}
        value={words.name}
        onChange={event => setWords({ ...words, name: event.target.value })}
      />
      <TextField
        label="Why (you need not say)"
        maxLength={versionLimits.note}
        value={words.note}
        onChange={event => setWords({ ...words, note: event.target.value })}
      />
      {problem && <Notice tone="problem">{problem}</Notice>}
      <DialogActions>
        <Button onPress={close}>Not now</Button>
        <Button type="submit" variant="primary" pending={isKeeping && 'Keeping…'}>
          Keep it
        </Button>
      </DialogActions>
    </form>
  )
}

const unheard: VerbOutcome = { ok: false, problem: 'The server did not answer. The history says whether it was kept.' }
