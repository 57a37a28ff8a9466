'use client'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { useEditorDesk } from './editor-context.tsx'

/** Asks before a review is taken away from readers, and says what they will meet instead. */
export function RetractDialog({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const { review, autosave, actions } = useEditorDesk()
  const router = useRouter()
  const [problem, setProblem] = useState('')
  const [isRetracting, retract] = useTransition()
  const press = (close: () => void) =>
    retract(async () => {
      await autosave.save()
      const outcome = await actions.retract({ id: review.id, version: autosave.status().version }).catch(() => ({
        ok: false as const,
        problem: 'The server did not answer. It may have been retracted all the same: reload the page to see.',
      }))
      if (!outcome.ok) return setProblem(outcome.problem)
      close()
      router.refresh()
    })
  return (
    <Dialog title="Retract this review?" isOpen={isOpen} onOpenChange={onOpenChange} isQuestion>
      {close => (
        <>
          <p>
            Readers will not find it any more: <strong>{review.livePath}</strong> answers “410 Gone”, which tells search
            engines to forget it, and no other page mentions it. The work and the people in it keep their pages only if
            another review of them is live.
          </p>
          {review.liveTranslations > 0 && (
            <p>
              {review.liveTranslations === 1
                ? 'Its translation goes with it.'
                : `Its ${review.liveTranslations} translations go with it.`}{' '}
              They say the same.
            </p>
          )}
          <p>Text and history stay at the desk, and it can be published again.</p>
          {problem && <Notice tone="problem">{problem}</Notice>}
          <DialogActions>
            <Button onPress={close}>Keep it</Button>
            <Button variant="danger" pending={isRetracting && 'Retracting…'} onPress={() => press(close)}>
              Retract
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  )
}
