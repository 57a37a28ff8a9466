'use client'
import { useActionState, useState } from 'react'
import { signInWith } from '#components/desk/sign-in-with.ts'
import { SubmitButton } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import type { FormState } from '#lib/forms/form-state.ts'

/** Address and password. A refusal keeps the address and empties the password. */
export function SignInForm({ to }: { to: string }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [answer, action] = useActionState(async (): Promise<FormState> => {
    const problem = await signInWith(email, password)
    if (problem === null) {
      // A whole new page, so that nothing of the signed-out desk is left in the browser's cache of routes.
      window.location.assign(to)
      return { done: 'Signed in.' }
    }
    setPassword('')
    document.querySelector<HTMLInputElement>('[name="password"]')?.focus()
    return { problem }
  }, {})
  return (
    <Form action={action} answer={answer}>
      <TextField
        label="Mail address"
        name="email"
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={event => setEmail(event.target.value)}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={event => setPassword(event.target.value)}
      />
      <FormAnswer answer={answer}>
        <SubmitButton pending="Signing in…">Sign in</SubmitButton>
      </FormAnswer>
    </Form>
  )
}
