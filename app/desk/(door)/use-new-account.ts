'use client'
import { useActionState, useState } from 'react'
import { signInWith } from '#components/desk/sign-in-with.ts'
import type { FormState } from '#lib/forms/form-state.ts'

interface NewAccount<Name extends string> {
  /** What the fields begin with; one of them is the password. */
  fields: Record<Name | 'password', string>
  make: (form: FormData) => Promise<FormState>
  email: (fields: Record<Name | 'password', string>) => string
  /** Where a new account begins. */
  to: string
}

/** A form that makes an account and signs in with it. The account is there in either case: who could not be signed in here does it on the next page. */
export function useNewAccount<Name extends string>({ fields, make, email, to }: NewAccount<Name>) {
  const [given, setGiven] = useState(fields)
  const [answer, action] = useActionState(async (_: FormState, form: FormData) => {
    const made = await make(form)
    if (!made.done) return made
    const problem = await signInWith(email(given), given.password)
    window.location.assign(problem === null ? to : '/desk/sign-in')
    return made
  }, {})
  const field = (name: Name | 'password') => ({
    name,
    required: true,
    value: given[name],
    onChange: (event: { target: HTMLInputElement }) => setGiven({ ...given, [name]: event.target.value }),
    error: answer.fields?.[name],
  })
  return { answer, action, field }
}
