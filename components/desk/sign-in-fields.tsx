'use client'
import { useActionState, useState } from 'react'
import { TextField } from '#components/ui/field.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import type { FormState } from '#lib/forms/form-state.ts'
import { needsCode, signInWith } from './sign-in-with.ts'

interface Credentials {
  email: string
  password: string
  /** Null until the account has asked for one. */
  code: string | null
}

/**
 * Signing in, at the door or over a text: address and password, and then the code of the second factor where there is one. A refusal keeps
 * the address and empties the password, a wrong code keeps both.
 */
export function useSignIn(onSignedIn: () => FormState | Promise<FormState>) {
  const [given, setGiven] = useState<Credentials>({ email: '', password: '', code: null })
  const [answer, action] = useActionState(async (_: FormState): Promise<FormState> => {
    const problem = await signInWith(given.email, given.password, given.code ?? '')
    if (problem === null) return onSignedIn()
    if (problem === needsCode || given.code !== null) {
      setGiven({ ...given, code: '' })
      return problem === needsCode ? {} : { fields: { code: problem } }
    }
    setGiven({ ...given, password: '' })
    document.querySelector<HTMLInputElement>('[name="password"]')?.focus()
    return { problem }
  }, {})
  const startAgain = () => setGiven({ ...given, password: '', code: null })
  return { given, setGiven, answer, action, startAgain }
}

type SignInFieldsProps = Pick<ReturnType<typeof useSignIn>, 'given' | 'setGiven' | 'answer'> & {
  /** In a dialog, which has opened for this. */
  isFocused?: boolean
}

export function SignInFields({ given, setGiven, answer, isFocused = false }: SignInFieldsProps) {
  const field = <Name extends keyof Credentials>(name: Name, value: string) => ({
    name,
    value,
    required: true,
    onChange: (event: { target: HTMLInputElement }) => setGiven({ ...given, [name]: event.target.value }),
  })
  if (given.code !== null)
    return (
      <TextField
        label="Code"
        description="The six digits of your authenticator app, or one of your recovery codes. If you have a passkey, use that instead."
        autoComplete="one-time-code"
        autoFocus
        error={answer.fields?.code}
        {...field('code', given.code)}
      />
    )
  return (
    <>
      <TextField
        label="Mail address"
        type="email"
        autoComplete="username"
        autoFocus={isFocused}
        {...field('email', given.email)}
      />
      <PasswordField label="Password" autoComplete="current-password" {...field('password', given.password)} />
    </>
  )
}
