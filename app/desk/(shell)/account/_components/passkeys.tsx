'use client'
import { useActionState, useState } from 'react'
import { GraveDialog } from '#components/desk/grave-dialog.tsx'
import { useHasPasskeys } from '#components/desk/passkey-button.tsx'
import { Button, SubmitButton } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { useStatus } from '#components/ui/status-line.tsx'
import type { FormState } from '#lib/forms/form-state.ts'
import {
  addPasskeyAction,
  beginPasskeyAction,
  type PasskeyState,
  removePasskeyAction,
  renamePasskeyAction,
} from '../passkey-actions.ts'
import { ConfirmedForm, type Own } from './confirmed-form.tsx'
import { PaperCodes } from './paper-codes.tsx'
import list from './session-list.module.css'

export interface ShownPasskey {
  id: string
  name: string
  /** "Added today, used yesterday; on several devices" */
  facts: string
}

interface PasskeysProps extends Own {
  /** Null where browsers make none. */
  passkeys: ShownPasskey[] | null
}

/** Signing in with a fingerprint, a face or the lock of a device: several, each named, and taken away one by one. */
export function Passkeys({ passkeys, ...own }: PasskeysProps) {
  const [codes, setCodes] = useState<string[] | null>(null)
  const hasPasskeys = useHasPasskeys()
  if (codes) return <PaperCodes codes={codes} onDone={() => setCodes(null)} />
  if (!passkeys)
    return <p>Passkeys need https. They are offered here as soon as the desk is reached by such an address.</p>
  return (
    <div>
      {passkeys.length > 0 && (
        <ul className={list.sessions}>
          {passkeys.map(passkey => (
            <PasskeyRow key={passkey.id} passkey={passkey} asksPassword={own.asksPassword} />
          ))}
        </ul>
      )}
      {hasPasskeys ? <AddPasskey {...own} onCodes={setCodes} /> : <p>This browser has no passkeys.</p>}
    </div>
  )
}

function AddPasskey({ onCodes, ...own }: Own & { onCodes: (codes: string[]) => void }) {
  const [name, setName] = useState('')
  const [answer, add] = useActionState(async (_: PasskeyState, form: FormData): Promise<PasskeyState> => {
    const begun = await beginPasskeyAction(form)
    if (!begun.options) return begun
    const { startRegistration } = await import('@simplewebauthn/browser')
    const response = await startRegistration({ optionsJSON: begun.options }).catch((error: unknown) => error)
    if (response instanceof Error) return { problem: problemOf(response) }
    const added = await addPasskeyAction({ name, response })
    if (added.recoveryCodes) onCodes(added.recoveryCodes)
    if (added.done) setName('')
    return added
  }, {})
  return (
    <ConfirmedForm action={add} answer={answer} {...own} button="Add a passkey" pending="Waiting for your device…">
      <p>
        A passkey is kept by your device or your password manager, and opened by your finger, your face or a PIN. It
        signs you in alone, and cannot be given away by mistake.
      </p>
      <TextField
        label="Name of the passkey"
        name="name"
        description="Such as the device that it is on."
        maxLength={80}
        value={name}
        onChange={event => setName(event.target.value)}
        error={answer.fields?.name}
      />
    </ConfirmedForm>
  )
}

function problemOf(error: Error): string {
  return error.name === 'InvalidStateError'
    ? 'This device has a passkey of yours already.'
    : 'No passkey was made. Nothing has changed; try again when you like.'
}

function PasskeyRow({ passkey: { id, name, facts }, asksPassword }: { passkey: ShownPasskey; asksPassword: boolean }) {
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null)
  const close = () => setOpen(null)
  return (
    <li className={list.session}>
      <div>
        <p className={list.browser}>{name}</p>
        <p className={list.times}>{facts}</p>
      </div>
      <div className={list.actions}>
        <Button size="small" variant="quiet" aria-label={`Rename ${name}`} onPress={() => setOpen('rename')}>
          Rename
        </Button>
        <Button size="small" aria-label={`Take away ${name}`} onPress={() => setOpen('remove')}>
          Take away
        </Button>
      </div>
      {open === 'rename' && <Rename {...{ id, name }} onClose={close} />}
      <GraveDialog
        id={id}
        title={`Take away “${name}”?`}
        button="Take it away"
        action={removePasskeyAction}
        isOpen={open === 'remove'}
        onClose={close}
        asksPassword={asksPassword}
      >
        <p>It does not sign you in any more. Delete it on the device as well.</p>
      </GraveDialog>
    </li>
  )
}

function Rename({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const say = useStatus()
  const [typed, setTyped] = useState(name)
  const [answer, rename] = useActionState(async (before: FormState, form: FormData) => {
    const given = await renamePasskeyAction(before, form)
    if (given.done) {
      say(given.done)
      onClose()
    }
    return given
  }, {})
  return (
    <Dialog title="Rename the passkey" isOpen onOpenChange={onClose}>
      <Form action={rename} answer={answer}>
        <input type="hidden" name="id" value={id} />
        <TextField
          label="Name"
          name="name"
          maxLength={80}
          value={typed}
          onChange={event => setTyped(event.target.value)}
          error={answer.fields?.name}
        />
        <FormAnswer answer={answer}>
          <SubmitButton>Rename</SubmitButton>
        </FormAnswer>
      </Form>
    </Dialog>
  )
}
