'use client'
import { useActionState } from 'react'
import { Button, SubmitButton } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { forgetDeliveryAction } from '../actions.ts'

/** Asks before a file is forgotten: from then on its rows count as not sent. */
export function ForgetDelivery({ id, recipient }: { id: string; recipient: string }) {
  return (
    <Dialog
      title="Forget this file?"
      isQuestion
      trigger={
        <Button variant="quiet" size="small">
          Forget
        </Button>
      }
    >
      {close => <Question id={id} recipient={recipient} close={close} />}
    </Dialog>
  )
}

function Question({ id, recipient, close }: { id: string; recipient: string; close: () => void }) {
  const [answer, action] = useActionState(forgetDeliveryAction, {})
  return (
    <Form action={action} answer={answer}>
      <input type="hidden" name="id" value={id} />
      <p>
        Its rows will count as never sent with it, so that the next file tells {recipient} of them as new. Do this when
        it was made by mistake, or did not arrive.
      </p>
      <FormAnswer answer={answer}>
        <DialogActions>
          <Button onPress={close}>Keep it</Button>
          <SubmitButton variant="danger" pending="Forgetting…">
            Forget
          </SubmitButton>
        </DialogActions>
      </FormAnswer>
    </Form>
  )
}
