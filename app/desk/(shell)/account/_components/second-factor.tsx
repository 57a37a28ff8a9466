'use client'
import { useActionState, useState } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import { SubmitButton } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import {
  beginSecondFactorAction,
  type FactorState,
  renewRecoveryCodesAction,
  turnOffSecondFactorAction,
  turnOnSecondFactorAction,
} from '../second-factor-actions.ts'
import { ConfirmedForm, type Own } from './confirmed-form.tsx'
import { PaperCodes } from './paper-codes.tsx'
import styles from './second-factor.module.css'

export interface SecondFactorProps extends Own {
  isOn: boolean
  hasPasskeys: boolean
  codesLeft: number
}

/** Codes from an app on the telephone beside the password: turned on with a first code, with codes on paper for when the telephone is lost. */
export function SecondFactor({ isOn, hasPasskeys, codesLeft, ...own }: SecondFactorProps) {
  const [codes, setCodes] = useState<string[] | null>(null)
  if (codes) return <PaperCodes codes={codes} onDone={() => setCodes(null)} />
  return (
    <div className={styles.on}>
      {(isOn || hasPasskeys) && <RecoveryCodes {...own} codesLeft={codesLeft} onCodes={setCodes} />}
      {isOn ? <TurnOff {...own} /> : <SetUp {...own} onCodes={setCodes} />}
    </div>
  )
}

type PartProps = Own & { onCodes: (codes: string[]) => void }

function SetUp({ onCodes, ...own }: PartProps) {
  const [begun, begin] = useActionState(beginSecondFactorAction, {})
  const [answer, turnOn] = useActionState(async (before: FactorState, form: FormData) => {
    const given = await turnOnSecondFactorAction(before, form)
    if (given.recoveryCodes) onCodes(given.recoveryCodes)
    return given
  }, {})
  const [code, setCode] = useState('')
  if (!begun.secret)
    return (
      <ConfirmedForm action={begin} answer={begun} {...own} button="Set up a second factor">
        <p>
          A code from an app on your telephone is asked for beside the password, so that a stolen password opens
          nothing. Any authenticator app will do.
        </p>
      </ConfirmedForm>
    )
  return (
    <Form action={turnOn} answer={answer}>
      <p>Show this to the app’s camera, or type the letters below it. Then type the six digits that the app shows.</p>
      <img
        className={styles.picture}
        src={begun.picture}
        alt="QR code of the secret; the same stands below in letters"
      />
      <p className={styles.secret}>{begun.secret}</p>
      <TextField
        label="Code"
        name="code"
        autoComplete="one-time-code"
        inputMode="numeric"
        required
        value={code}
        onChange={event => setCode(event.target.value)}
        error={answer.fields?.code}
      />
      <FormAnswer answer={answer}>
        <SubmitButton pending="Checking…">Turn it on</SubmitButton>
      </FormAnswer>
    </Form>
  )
}

function TurnOff(own: Own) {
  const [ended, end] = useActionState(turnOffSecondFactorAction, {})
  return (
    <ConfirmedForm action={end} answer={ended} {...own} button="Turn it off">
      <p>
        <Badge tone="good">On</Badge> Codes of an app are asked for beside the password.
      </p>
    </ConfirmedForm>
  )
}

/** For when the telephone or the passkey is lost. */
function RecoveryCodes({ codesLeft, onCodes, ...own }: PartProps & { codesLeft: number }) {
  const [renewed, renew] = useActionState(async (before: FactorState, form: FormData) => {
    const given = await renewRecoveryCodesAction(before, form)
    if (given.recoveryCodes) onCodes(given.recoveryCodes)
    return given
  }, {})
  return (
    <ConfirmedForm action={renew} answer={renewed} {...own} button="New recovery codes">
      <p>{leftText(codesLeft)}</p>
    </ConfirmedForm>
  )
}

function leftText(left: number): string {
  if (left === 0) return 'No recovery codes are left: make new ones, or a lost telephone or passkey locks you out.'
  return left === 1 ? 'One recovery code is left. Make new ones.' : `${left} recovery codes are left.`
}
