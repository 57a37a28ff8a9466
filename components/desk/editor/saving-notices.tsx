'use client'
import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Conflict, loadVersions } from './conflict.tsx'
import { useEditorDesk, useSaveStatus } from './editor-context.tsx'
import { later } from './later.tsx'
import type { SaveState } from './save-state.ts'
import styles from './saving-notices.module.css'

const loadSignIn = () => import('./sign-in-again.tsx').then(module => module.SignInAgain)
const SignInAgain = later(loadSignIn)

/** What somebody can do something about while they write, below the text and out of the way of their hands. */
export function SavingNotices({ isOutdated }: { isOutdated: boolean }) {
  const { state } = useSaveStatus()
  useLoadedBeforeNeeded()
  return (
    <div className={styles.stack}>
      <Conflict />
      {(state.kind === 'signed-out' || state.kind === 'another-account') && <SignedOut state={state} />}
      {isOutdated && <Outdated />}
    </div>
  )
}

/** When the network is gone, or a newer version is installed, these scripts cannot come any more: they come when somebody begins to write. */
function useLoadedBeforeNeeded() {
  const { draft } = useEditorDesk()
  useEffect(() => {
    const stop = draft.subscribe(() => {
      stop()
      void Promise.allSettled([loadVersions(), loadSignIn()])
    })
    return stop
  }, [draft])
}

function SignedOut({ state }: { state: Extract<SaveState, { kind: 'signed-out' | 'another-account' }> }) {
  const { choices } = useEditorDesk()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={styles.notice} data-trouble="" role="alert">
      <p>
        {state.kind === 'signed-out'
          ? 'You are signed out. Go on writing if you like: it is saved as soon as you sign in again.'
          : `${state.name} has signed in in this browser. What you write here is not saved under their name.`}
      </p>
      <Button size="small" variant="primary" onPress={() => setOpen(true)}>
        {state.kind === 'signed-out' ? 'Sign in again' : `Sign in as ${choices.editorName}`}
      </Button>
      {isOpen && <SignInAgain onClose={() => setOpen(false)} />}
    </div>
  )
}

function Outdated() {
  const { autosave } = useEditorDesk()
  const [isPutOff, setPutOff] = useState(false)
  if (isPutOff) return null
  return (
    <div className={styles.notice} role="status">
      <p>
        There is a newer version of the desk. Saving goes on; reload the page when it suits you. Nothing is lost by it.
      </p>
      <div className={styles.buttons}>
        <Button size="small" onPress={() => void autosave.save({ isAsked: true }).then(() => window.location.reload())}>
          Save and reload
        </Button>
        <Button size="small" variant="quiet" onPress={() => setPutOff(true)}>
          Later
        </Button>
      </div>
    </div>
  )
}
