'use client'
import { useActionState, useState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import type { FormState } from '#lib/forms/form-state.ts'
import { passwordAdvice } from '#lib/users/advice.ts'
import { changePasswordAction } from '../actions.ts'

export function PasswordForm({ email }: { email: string }) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [answer, action] = useActionState(async (before: FormState, form: FormData) => {
    const given = await changePasswordAction(before, form)
    if (given.done) {
      setCurrent('')
      setNext('')
    }
    return given
  }, {})
  return (
    <Form action={action} answer={answer}>
      {/* For password managers, which otherwise do not know whose password is being changed. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label="Present password"
        name="current"
        autoComplete="current-password"
        required
        value={current}
        onChange={event => setCurrent(event.target.value)}
        error={answer.fields?.current}
      />
      <PasswordField
        label="New password"
        description={passwordAdvice}
        name="next"
        autoComplete="new-password"
        required
        value={next}
        onChange={event => setNext(event.target.value)}
        error={answer.fields?.next}
      />
      <FormAnswer answer={answer}>
        <SubmitButton variant="plain" pending="Changing…">
          Change the password
        </SubmitButton>
      </FormAnswer>
    </Form>
  )
}
