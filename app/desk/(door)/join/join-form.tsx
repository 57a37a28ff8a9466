'use client'
import { useEffect, useState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import { type Role, roleTitle } from '#lib/auth/policy.ts'
import { passwordAdvice } from '#lib/users/advice.ts'
import { roleSentences } from '#lib/users/team.ts'
import styles from '../door.module.css'
import { useFragment } from '../use-fragment.ts'
import { useNewAccount } from '../use-new-account.ts'
import { inviteeAction, joinAction } from './actions.ts'

type Invitee = { name: string; email: string; role: Role }

/** Name and password of somebody who is invited. The secret stays in the part of the address that browsers keep to themselves. */
export function JoinForm() {
  const secret = useFragment()
  const [invitee, setInvitee] = useState<Invitee | 'nobody' | null>(null)
  useEffect(() => {
    if (secret) void inviteeAction(secret).then(found => setInvitee(found ?? 'nobody'))
  }, [secret])
  if (secret === '' || invitee === 'nobody')
    return (
      <>
        <h1 className={styles.title}>{secret === '' ? 'Open the whole link' : 'This link does nothing any more'}</h1>
        <p className={styles.text}>
          {secret === ''
            ? 'The link of an invitation ends in # and a long secret: open all of it.'
            : 'It has been used, was taken back or is older than seven days. Ask whoever sent it for a new one.'}
        </p>
      </>
    )
  return invitee ? <AccountForm secret={secret ?? ''} invitee={invitee} /> : <p role="status">One moment…</p>
}

function AccountForm({ secret, invitee }: { secret: string; invitee: Invitee }) {
  const { answer, action, field } = useNewAccount({
    fields: { name: invitee.name, password: '' },
    make: joinAction,
    email: () => invitee.email,
    to: '/desk',
  })
  return (
    <>
      <h1 className={styles.title}>Join the desk</h1>
      <p className={styles.text}>
        You are invited as {roleTitle(invitee.role).toLowerCase()}. {roleSentences[invitee.role]} You will sign in with{' '}
        {invitee.email}.
      </p>
      <Form action={action} answer={answer}>
        <input type="hidden" name="secret" value={secret} />
        <input type="hidden" autoComplete="username" value={invitee.email} readOnly />
        <TextField label="Name" description="As the desk shows it." autoComplete="name" {...field('name')} />
        <PasswordField
          label="Password"
          description={passwordAdvice}
          autoComplete="new-password"
          {...field('password')}
        />
        <FormAnswer answer={answer}>
          <SubmitButton pending="Making your account…">Join</SubmitButton>
        </FormAnswer>
      </Form>
    </>
  )
}
