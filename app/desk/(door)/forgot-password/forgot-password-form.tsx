'use client'
import { useActionState, useState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import styles from '../door.module.css'
import { forgotPasswordAction } from './actions.ts'

/** The address; the form stays, for one that was mistyped. */
export function ForgotPasswordForm() {
  const [email, setEmail] = useState('')
  const [answer, action] = useActionState(forgotPasswordAction, {})
  return (
    <>
      <p className={styles.text}>We send you a link to choose one with.</p>
      <Form action={action} answer={answer}>
        <TextField
          label="Mail address"
          name="email"
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={event => setEmail(event.target.value)}
          error={answer.fields?.email}
        />
        <FormAnswer answer={answer}>
          <SubmitButton pending="Sending…">Send the link</SubmitButton>
        </FormAnswer>
      </Form>
    </>
  )
}
