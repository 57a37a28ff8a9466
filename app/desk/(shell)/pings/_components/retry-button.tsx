'use client'
import { useActionState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { useStatus } from '#components/ui/status-line.tsx'
import type { FormState } from '#lib/forms/form-state.ts'
import { retryPingsAction } from '../actions.ts'

/** Sends one notice again, or all that have failed. What came of it is told in the status line: the row is another one by then. */
export function RetryButton({ id, name, count }: { id: string; name?: string; count?: number }) {
  const say = useStatus()
  const [, send] = useActionState(async (before: FormState, form: FormData) => {
    const next = await retryPingsAction(before, form)
    const said = next.problem ?? next.done
    if (said) say(said)
    return next
  }, {})
  return (
    <form action={send}>
      <input type="hidden" name="id" value={id} />
      {count === undefined ? (
        <SubmitButton variant="plain" size="small" pending="Sending…" aria-label={`Send again: ${name}`}>
          Send again
        </SubmitButton>
      ) : (
        <SubmitButton variant="plain" pending="Sending…">
          Send all {count} failed again
        </SubmitButton>
      )}
    </form>
  )
}
