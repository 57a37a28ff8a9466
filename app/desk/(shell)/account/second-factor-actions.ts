'use server'
import { revalidatePath } from 'next/cache'
import { renderSVG } from 'uqr'
import { z } from 'zod'
import { requireAccount } from '#lib/auth/require-editor.ts'
import {
  beginSecondFactor,
  renewRecoveryCodes,
  turnOffSecondFactor,
  turnOnSecondFactor,
} from '#lib/auth/second-factor.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'

/** With what is shown once: the picture for a camera and the same secret to be typed, or the codes for paper. */
export interface FactorState extends FormState {
  /** A QR code (ISO/IEC 18004) as the address of an SVG picture. */
  picture?: string
  secret?: string
  recoveryCodes?: string[]
}

const confirmed = z.strictObject({
  confirmation: z
    .string()
    .max(1_000)
    .default('')
    .transform(value => value || null),
})
const coded = z.strictObject({
  code: z.string().trim().min(1, 'Type the six digits.').max(20, 'A code has six digits.'),
})

export async function beginSecondFactorAction(_: FactorState, form: FormData): Promise<FactorState> {
  const editor = await requireAccount()
  const input = confirmed.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const begun = await beginSecondFactor(editor, input.data.confirmation)
  if (!begun.ok) return { fields: { confirmation: begun.problem } }
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(begun.uri, { border: 2 }))}`
  return { picture, secret: begun.secret.replace(/.{4}(?=.)/g, '$& ') }
}

export async function turnOnSecondFactorAction(_: FactorState, form: FormData): Promise<FactorState> {
  const editor = await requireAccount()
  const input = coded.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await turnOnSecondFactor(editor, input.data.code)
  if (outcome.ok) {
    revalidatePath('/desk/account')
    return { recoveryCodes: outcome.recoveryCodes }
  }
  if (outcome.code === 'none') return { problem: 'This was begun in another window. Begin again here.' }
  return { fields: { code: 'This is not the code of now. Check the clock of your telephone, and type the next one.' } }
}

export async function renewRecoveryCodesAction(_: FactorState, form: FormData): Promise<FactorState> {
  const editor = await requireAccount()
  const input = confirmed.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await renewRecoveryCodes(editor, input.data.confirmation)
  revalidatePath('/desk/account')
  return outcome.ok ? { recoveryCodes: outcome.recoveryCodes } : { fields: { confirmation: outcome.problem } }
}

export async function turnOffSecondFactorAction(_: FactorState, form: FormData): Promise<FactorState> {
  const editor = await requireAccount()
  const input = confirmed.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await turnOffSecondFactor(editor, input.data.confirmation)
  revalidatePath('/desk/account')
  if (outcome.ok) return { done: 'The app is not asked for any more.' }
  return outcome.code === 'confirm'
    ? { fields: { confirmation: outcome.problem } }
    : { problem: 'Your role asks for a second factor, so it stays on.' }
}
