'use client'
import { useState, useTransition } from 'react'
import type { TrashOutcome } from '#components/desk/trash/trash-actions.ts'
import { TrashProblem } from '#components/desk/trash/trash-problem.tsx'
import { useThrowAway } from '#components/desk/trash/use-throw-away.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { keptDays } from '#lib/trash/trash.ts'
import { useEditorDesk } from './editor-context.tsx'

interface TrashDialogProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Asks before a review that readers do not see goes into the trash; what stands in the way is said with links. */
export function TrashDialog({ isOpen, onOpenChange }: TrashDialogProps) {
  const { review, autosave } = useEditorDesk()
  const throwAway = useThrowAway()
  const [outcome, setOutcome] = useState<TrashOutcome | null>(null)
  const [isThrowing, start] = useTransition()
  const press = () =>
    start(async () => {
      if (await autosave.save())
        return setOutcome(await throwAway({ kind: 'review', id: review.id, version: autosave.status().version }))
      setOutcome({
        ok: false,
        problem: 'Not everything could be saved, so nothing was deleted. The line at the top says why.',
      })
    })
  return (
    <Dialog title="Delete this review?" isOpen={isOpen} onOpenChange={onOpenChange} isQuestion>
      {close => (
        <>
          <p>
            It goes into the trash with its history, and can be put back for {keptDays} days. Readers do not see it, so
            nothing changes for them.
          </p>
          {outcome && !outcome.ok && <TrashProblem outcome={outcome} />}
          <DialogActions>
            <Button onPress={close}>Keep it</Button>
            <Button variant="danger" pending={isThrowing && 'Deleting…'} onPress={press}>
              Delete
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  )
}
