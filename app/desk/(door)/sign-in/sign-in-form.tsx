'use client'
import { useActionState, useState } from 'react'
import { needsCode, signInWith } from '#components/desk/sign-in-with.ts'
import { Button, SubmitButton } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import type { FormState } from '#lib/forms/form-state.ts'

/**
 * Address and password, and then the code of the second factor where there is one. A refusal keeps the address and empties the password,
 * a wrong code keeps both.
 */
export function SignInForm({ to }: { to: string }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string | null>(null)
  const [answer, action] = useActionState(async (_: FormState): Promise<FormState> => {
    const problem = await signInWith(email, password, code ?? '')
    if (problem === null) {
      // A whole new page, so that nothing of the signed-out desk is left in the browser's cache of routes.
      window.location.assign(to)
      return { done: 'Signed in.' }
    }
    if (problem === needsCode || code !== null) {
      setCode('')
      return problem === needsCode ? {} : { fields: { code: problem } }
    }
    setPassword('')
    document.querySelector<HTMLInputElement>('[name="password"]')?.focus()
    return { problem }
  }, {})
  if (code !== null)
    return (
      <Form action={action} answer={answer}>
        <TextField
          label="Code"
          description="The six digits that your authenticator app shows now, or one of your recovery codes."
          name="code"
          autoComplete="one-time-code"
          autoFocus
          required
          value={code}
          onChange={event => setCode(event.target.value)}
          error={answer.fields?.code}
        />
        <FormAnswer answer={answer}>
          <SubmitButton pending="Signing in…">Sign in</SubmitButton>
          <Button
            variant="quiet"
            onPress={() => {
              setCode(null)
              setPassword('')
            }}
          >
            Start again
          </Button>
        </FormAnswer>
      </Form>
    )
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
