'use client'
import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useSaveStatus } from './editor-context.tsx'
import { later } from './later.tsx'
import type { SaveState } from './save-state.ts'
import styles from './saving-notices.module.css'

/** Exported to be loaded before it is needed. */
export const loadVersions = () => import('./versions-dialog.tsx').then(module => module.VersionsDialog)
const VersionsDialog = later(loadVersions)

/** Two versions are there: shows them beside each other, once the hands rest, because a dialog takes the keys. Nothing is lost by any choice. */
export function Conflict() {
  const { state } = useSaveStatus()
  const [isPutOff, setPutOff] = useState<SaveState | null>(null)
  const isReady = useRest(state.kind === 'conflict' ? state : null)
  if (state.kind !== 'conflict') return null
  if (isReady && isPutOff !== state) return <VersionsDialog state={state} onLater={() => setPutOff(state)} />
  return (
    <div className={styles.notice} data-trouble="" role="alert">
      <p>Two versions of this review are waiting for you. Nothing of either is lost.</p>
      {isReady && (
        <Button size="small" variant="primary" onPress={() => setPutOff(null)}>
          Compare them
        </Button>
      )}
    </div>
  )
}

const restBeforeDialog = 800

/** Whether no key was pressed for a moment since this was first there. */
function useRest(state: SaveState | null): boolean {
  const [rested, setRested] = useState<SaveState | null>(null)
  useEffect(() => {
    if (!state) return
    const rest = () => setRested(state)
    let timer = setTimeout(rest, restBeforeDialog)
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(rest, restBeforeDialog)
    }
    window.addEventListener('keydown', wait, { capture: true })
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', wait, { capture: true })
    }
  }, [state])
  return state !== null && rested === state
}
