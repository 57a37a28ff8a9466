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
import { OwnPassword } from './own-password.tsx'
import { PaperCodes } from './paper-codes.tsx'
import styles from './second-factor.module.css'

export interface SecondFactorProps {
  /** Whose it is, for password managers. */
  email: string
  isOn: boolean
  hasPasskeys: boolean
  codesLeft: number
  asksPassword: boolean
}

/** Codes from an app on the telephone beside the password: turned on with a first code, with codes on paper for when the telephone is lost. */
export function SecondFactor({ email, isOn, hasPasskeys, codesLeft, asksPassword }: SecondFactorProps) {
  const [codes, setCodes] = useState<string[] | null>(null)
  if (codes) return <PaperCodes codes={codes} onDone={() => setCodes(null)} />
  return (
    <div className={styles.on}>
      {(isOn || hasPasskeys) && (
        <RecoveryCodes email={email} codesLeft={codesLeft} asksPassword={asksPassword} onCodes={setCodes} />
      )}
      {isOn ? (
        <TurnOff email={email} asksPassword={asksPassword} />
      ) : (
        <SetUp email={email} asksPassword={asksPassword} onCodes={setCodes} />
      )}
    </div>
  )
}

type PartProps = { email: string; asksPassword: boolean; onCodes: (codes: string[]) => void }

function SetUp({ email, asksPassword, onCodes }: PartProps) {
  const [begun, begin] = useActionState(beginSecondFactorAction, {})
  const [answer, turnOn] = useActionState(async (before: FactorState, form: FormData) => {
    const given = await turnOnSecondFactorAction(before, form)
    if (given.recoveryCodes) onCodes(given.recoveryCodes)
    return given
  }, {})
  const [code, setCode] = useState('')
  if (!begun.secret)
    return (
      <Form action={begin} answer={begun}>
        <p>
          A code from an app on your telephone is asked for beside the password, so that a stolen password opens
          nothing. Any authenticator app will do.
        </p>
        <OwnPassword email={email} isAsked={asksPassword} problem={begun.fields?.confirmation} />
        <FormAnswer answer={begun}>
          <SubmitButton variant="plain" pending="One moment…">
            Set up a second factor
          </SubmitButton>
        </FormAnswer>
      </Form>
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

function TurnOff({ email, asksPassword }: Omit<PartProps, 'onCodes'>) {
  const [ended, end] = useActionState(turnOffSecondFactorAction, {})
  return (
    <Form action={end} answer={ended}>
      <p>
        <Badge tone="good">On</Badge> Codes of an app are asked for beside the password.
      </p>
      <OwnPassword email={email} isAsked={asksPassword} problem={ended.fields?.confirmation} />
      <FormAnswer answer={ended}>
        <SubmitButton variant="plain" pending="One moment…">
          Turn it off
        </SubmitButton>
      </FormAnswer>
    </Form>
  )
}

/** For when the telephone or the passkey is lost. */
function RecoveryCodes({ email, codesLeft, asksPassword, onCodes }: PartProps & { codesLeft: number }) {
  const [renewed, renew] = useActionState(async (before: FactorState, form: FormData) => {
    const given = await renewRecoveryCodesAction(before, form)
    if (given.recoveryCodes) onCodes(given.recoveryCodes)
    return given
  }, {})
  return (
    <Form action={renew} answer={renewed}>
      <p>{leftText(codesLeft)}</p>
      <OwnPassword email={email} isAsked={asksPassword} problem={renewed.fields?.confirmation} />
      <FormAnswer answer={renewed}>
        <SubmitButton variant="plain" pending="One moment…">
          New recovery codes
        </SubmitButton>
      </FormAnswer>
    </Form>
  )
}

function leftText(left: number): string {
  if (left === 0) return 'No recovery codes are left: make new ones, or a lost telephone or passkey locks you out.'
  return left === 1 ? 'One recovery code is left. Make new ones.' : `${left} recovery codes are left.`
}
