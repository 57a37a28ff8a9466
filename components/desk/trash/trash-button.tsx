'use client'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { keptDays, type TrashKind, trashKindName } from '#lib/trash/trash.ts'
import type { TrashOutcome } from './trash-actions.ts'
import { TrashProblem } from './trash-problem.tsx'
import { useThrowAway } from './use-throw-away.tsx'

interface TrashButtonProps {
  kind: TrashKind
  id: string
  version: number
  /** Readers lose it as well, so it is asked first: what they will meet. */
  warning?: string
}

/** Puts something in the trash, with a way back in the status line. What stands in the way is said here, with links. */
export function TrashButton({ kind, id, version, warning }: TrashButtonProps) {
  const throwAway = useThrowAway()
  const [outcome, setOutcome] = useState<TrashOutcome | null>(null)
  const [isThrowing, start] = useTransition()
  const press = () => start(async () => setOutcome(await throwAway({ kind, id, version })))
  const button = (
    <Button variant="danger" size="small" pending={isThrowing && 'Deleting…'} onPress={warning ? undefined : press}>
      Delete
    </Button>
  )
  return (
    <>
      {outcome && !outcome.ok && <TrashProblem outcome={outcome} />}
      {warning ? (
        <Dialog title={`Delete this ${trashKindName(kind)}?`} trigger={button} isQuestion>
          {close => (
            <>
              <p>{warning}</p>
              <p>It stays in the trash for {keptDays} days.</p>
              <DialogActions>
                <Button onPress={close}>Keep it</Button>
                <Button
                  variant="danger"
                  onPress={() => {
                    close()
                    press()
                  }}
                >
                  Delete
                </Button>
              </DialogActions>
            </>
          )}
        </Dialog>
      ) : (
        button
      )}
    </>
  )
}
