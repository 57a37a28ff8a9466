'use client'
import { SubmitButton } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import { passwordAdvice } from '#lib/users/advice.ts'
import styles from '../door.module.css'
import { useFragment } from '../use-fragment.ts'
import { useNewAccount } from '../use-new-account.ts'
import { setUpAction } from './actions.ts'

/** Name, address and password of the owner. The secret stays in the part of the address that browsers keep to themselves. */
export function SetupForm() {
  const secret = useFragment()
  if (secret === '') {
    return (
      <>
        <h1 className={styles.title}>Open the whole link</h1>
        <p className={styles.text}>
          This publication waits for its owner. The terminal in which the server was started shows a link that ends in #
          and a long secret: open all of it. If it is gone, start the server again, and it prints a new one.
        </p>
      </>
    )
  }
  return <OwnerForm secret={secret ?? ''} />
}

function OwnerForm({ secret }: { secret: string }) {
  const { answer, action, field } = useNewAccount({
    fields: { name: '', email: '', password: '' },
    make: setUpAction,
    email: owner => owner.email,
    to: '/desk?welcome=1',
  })
  return (
    <>
      <h1 className={styles.title}>Set up your publication</h1>
      <p className={styles.text}>You become its owner: you can write, publish and retract everything here.</p>
      <Form action={action} answer={answer}>
        <input type="hidden" name="secret" value={secret} />
        <TextField
          label="Name"
          description="It is also your byline, until you change that."
          autoComplete="name"
          {...field('name')}
        />
        <TextField
          label="Mail address"
          description="To sign in with. Readers never see it."
          type="email"
          autoComplete="username"
          {...field('email')}
        />
        <PasswordField
          label="Password"
          description={passwordAdvice}
          autoComplete="new-password"
          {...field('password')}
        />
        <FormAnswer answer={answer}>
          <SubmitButton pending="Setting up…">Set up</SubmitButton>
        </FormAnswer>
      </Form>
    </>
  )
}
