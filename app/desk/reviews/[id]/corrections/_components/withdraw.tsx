'use client'
import { useActionState } from 'react'
import { Button, SubmitButton } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { withdrawCorrectionAction } from '../actions.ts'

/** Asks before a correction is taken away, since it was said in public. */
export function Withdraw({ id, text }: { id: string; text: string }) {
  const [answer, withdraw] = useActionState(withdrawCorrectionAction, {})
  return (
    <Dialog
      title="Withdraw this correction?"
      isQuestion
      trigger={
        <Button variant="quiet" size="small" aria-label={`Withdraw: ${text}`}>
          Withdraw…
        </Button>
      }
    >
      {close => (
        <form action={withdraw}>
          <input type="hidden" name="id" value={id} />
          <p>
            Readers will not find it any more. That it was made and withdrawn stays in the record of the desk. If it was
            wrong itself, withdraw it and make a new one.
          </p>
          {answer.problem && <Notice tone="problem">{answer.problem}</Notice>}
          <DialogActions>
            <Button onPress={close}>Keep it</Button>
            <SubmitButton variant="danger" pending="Withdrawing…">
              Withdraw
            </SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  )
}
