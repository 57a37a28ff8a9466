'use client'
import Link from 'next/link'
import { useActionState, useState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import { passwordAdvice } from '#lib/users/advice.ts'
import styles from '../door.module.css'
import { useFragment } from '../use-fragment.ts'
import { newPasswordAction } from './actions.ts'

/** The new password. The secret stays in the part of the address that browsers keep to themselves. */
export function NewPasswordForm() {
  const secret = useFragment()
  const [password, setPassword] = useState('')
  const [answer, action] = useActionState(newPasswordAction, {})
  const another = (
    <p className={styles.text}>
      <Link href="/desk/forgot-password">Ask for another link</Link>
    </p>
  )
  if (secret === '') {
    return (
      <>
        <h1 className={styles.title}>Open the whole link</h1>
        <p className={styles.text}>The link in the mail ends in # and a long secret: open all of it.</p>
        {another}
      </>
    )
  }
  return (
    <>
      <h1 className={styles.title}>Choose a new password</h1>
      <Form action={action} answer={answer}>
        <input type="hidden" name="secret" value={secret ?? ''} />
        <PasswordField
          label="New password"
          description={passwordAdvice}
          name="password"
          autoComplete="new-password"
          required
          value={password}
          onChange={event => setPassword(event.target.value)}
          error={answer.fields?.password}
        />
        <FormAnswer answer={answer}>
          <SubmitButton>Set the password</SubmitButton>
        </FormAnswer>
      </Form>
      {answer.problem && another}
    </>
  )
}
