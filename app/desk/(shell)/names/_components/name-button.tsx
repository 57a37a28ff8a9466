'use client'
import { type ReactNode, useActionState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { useStatus } from '#components/ui/status-line.tsx'
import type { FormState } from '#lib/forms/form-state.ts'

export interface NameButtonProps {
  action: (before: FormState, form: FormData) => Promise<FormState>
  /** The one field that is sent. */
  name: string
  value: string
  /** For screen readers: which spelling it is about. */
  label: string
  children: ReactNode
}

/** A button that says something about one spelling. What came of it is told in the status line, because the row may go with it. */
export function NameButton({ action, name, value, label, children }: NameButtonProps) {
  const say = useStatus()
  const [, send] = useActionState(async (before: FormState, form: FormData) => {
    const next = await action(before, form)
    const said = next.problem ?? next.done ?? next.fields?.[name]
    if (said) say(said)
    return next
  }, {})
  return (
    <form action={send}>
      <input type="hidden" name={name} value={value} />
      <SubmitButton variant="quiet" size="small" aria-label={label} pending="…">
        {children}
      </SubmitButton>
    </form>
  )
}
