'use client'
import { useActionState } from 'react'
import { Button, SubmitButton } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { FormState } from '#lib/forms/form-state.ts'

interface DiscardProps {
  action: (before: FormState, form: FormData) => Promise<FormState>
  id: string
  version: number
  /** "14 words and 2 fields" */
  size: string
}

/** Asks before the working copy becomes what readers see again. */
export function Discard({ action, id, version, size }: DiscardProps) {
  const [answer, discard] = useActionState(action, {})
  return (
    <Dialog title="Discard the changes?" trigger={<Button variant="danger">Discard changes…</Button>} isQuestion>
      {close => (
        <form action={discard}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={version} />
          <p>
            The review becomes what readers see, and {size} are gone from it. They stay in the history as they are now,
            and can be restored from there.
          </p>
          {answer.problem && <Notice tone="problem">{answer.problem}</Notice>}
          <DialogActions>
            <Button onPress={close}>Keep them</Button>
            <SubmitButton variant="danger" pending="Discarding…">
              Discard
            </SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  )
}
