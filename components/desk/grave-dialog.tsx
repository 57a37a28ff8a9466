'use client'
import { type ReactNode, useActionState } from 'react'
import { Button, SubmitButton } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { useStatus } from '#components/ui/status-line.tsx'
import type { FormState } from '#lib/forms/form-state.ts'
import { OwnPassword } from './own-password.tsx'

export interface GraveDialogProps {
  /** What it is about: the field `id` of the form. */
  id: string
  title: string
  /** What the button does, in its words. */
  button: string
  action: (before: FormState, form: FormData) => Promise<FormState>
  isOpen: boolean
  onClose: () => void
  /** Whether the own password was given too long ago. */
  asksPassword: boolean
  children: ReactNode
}

/** A question about something grave: says what will happen, and asks for the own password where it was not given a moment ago. */
export function GraveDialog({ isOpen, onClose, title, ...rest }: GraveDialogProps) {
  return (
    <Dialog title={title} isQuestion isOpen={isOpen} onOpenChange={open => !open && onClose()}>
      {close => <Question {...rest} close={close} />}
    </Dialog>
  )
}

type QuestionProps = Omit<GraveDialogProps, 'isOpen' | 'onClose' | 'title'> & { close: () => void }

function Question({ id, button, action, asksPassword, children, close }: QuestionProps) {
  const say = useStatus()
  const [answer, send] = useActionState(async (before: FormState, form: FormData) => {
    const given = await action(before, form)
    if (given.done) {
      close()
      say(given.done)
    }
    return given
  }, {})
  return (
    <Form action={send} answer={answer}>
      <input type="hidden" name="id" value={id} />
      {children}
      {answer.fields?.toId && <Notice tone="problem">{answer.fields.toId}</Notice>}
      <OwnPassword isAsked={asksPassword} problem={answer.fields?.confirmation} />
      {answer.problem && <Notice tone="problem">{answer.problem}</Notice>}
      <DialogActions>
        <Button variant="quiet" onPress={close}>
          Leave it
        </Button>
        <SubmitButton pending="One moment…">{button}</SubmitButton>
      </DialogActions>
    </Form>
  )
}
