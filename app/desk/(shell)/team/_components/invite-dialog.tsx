'use client'
import { useActionState, useState } from 'react'
import { Button, SubmitButton } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Select } from '#components/ui/select.tsx'
import { roles, roleTitle } from '#lib/auth/policy.ts'
import { roleSentences } from '#lib/users/team.ts'
import { inviteAction } from '../actions.ts'
import { HandOverLink } from './hand-over-link.tsx'

export interface InviteDialogProps {
  /** Bylines that nobody signs in for. */
  bylines: { id: string; name: string }[]
  /** Whether mail is sent from here. */
  mails: boolean
}

/** Asks somebody to join; at the end stands the link, which is shown this once. */
export function InviteDialog(props: InviteDialogProps) {
  return (
    <Dialog title="Invite somebody" trigger={<Button variant="primary">Invite somebody</Button>} isQuestion>
      {close => <InviteForm {...props} close={close} />}
    </Dialog>
  )
}

function InviteForm({ bylines, mails, close }: InviteDialogProps & { close: () => void }) {
  const [person, setPerson] = useState({ name: '', email: '', role: 'critic', criticId: '' })
  const [answer, action] = useActionState(inviteAction, {})
  const field = (name: keyof typeof person) => ({
    name,
    value: person[name],
    onChange: (event: { target: { value: string } }) => setPerson({ ...person, [name]: event.target.value }),
    error: answer.fields?.[name],
  })
  if (answer.link) return <HandOverLink link={answer.link} said={answer.done ?? ''} close={close} />
  const role = roles.find(each => each === person.role)
  return (
    <Form action={action} answer={answer}>
      <TextField label="Name" autoComplete="off" required {...field('name')} />
      <TextField
        label="Mail address"
        description={
          mails
            ? 'The invitation is sent here.'
            : 'They sign in with it. No mail server is set, so you hand over the link.'
        }
        type="email"
        autoComplete="off"
        required
        {...field('email')}
      />
      <Select
        label="Role"
        description={role && roleSentences[role]}
        options={roles.filter(each => each !== 'owner').map(each => ({ value: each, label: roleTitle(each) }))}
        {...field('role')}
      />
      {bylines.length > 0 && (
        <Select
          label="Byline"
          description="For somebody whose reviews are here already."
          placeholder="A new one, with their name"
          options={bylines.map(({ id, name }) => ({ value: id, label: name }))}
          {...field('criticId')}
        />
      )}
      {answer.problem && <Notice tone="problem">{answer.problem}</Notice>}
      <DialogActions>
        <Button variant="quiet" onPress={close}>
          Leave it
        </Button>
        <SubmitButton pending="Inviting…">Invite</SubmitButton>
      </DialogActions>
    </Form>
  )
}
