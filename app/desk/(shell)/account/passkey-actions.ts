'use server'
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { newPasskeySchema, passkeyName } from '#lib/auth/passkey-schema.ts'
import { addPasskey, beginPasskey, removePasskey, renamePasskey } from '#lib/auth/passkeys.ts'
import { requireAccount } from '#lib/auth/require-editor.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'

export interface PasskeyState extends FormState {
  /** What the browser makes a passkey of. */
  options?: PublicKeyCredentialCreationOptionsJSON
  recoveryCodes?: string[]
}

const confirmation = z
  .string()
  .max(1_000)
  .default('')
  .transform(value => value || null)

export async function beginPasskeyAction(form: FormData): Promise<PasskeyState> {
  const editor = await requireAccount()
  const input = z.strictObject({ confirmation, name: passkeyName }).safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const begun = await beginPasskey(editor, input.data.confirmation)
  if (begun.ok) return { options: begun.options }
  return begun.code === 'confirm'
    ? { fields: { confirmation: begun.problem } }
    : { problem: 'Passkeys work only where the desk is reached over https.' }
}

export async function addPasskeyAction(input: { name: string; response: unknown }): Promise<PasskeyState> {
  const editor = await requireAccount()
  const given = z.strictObject({ name: passkeyName, response: newPasskeySchema }).safeParse(input)
  if (!given.success) return { problem: 'Your browser made something else than a passkey. Try another one.' }
  const outcome = await addPasskey(editor, given.data)
  revalidatePath('/desk/account')
  if (outcome.ok)
    return {
      done: `“${given.data.name}” is added.`,
      ...(outcome.recoveryCodes && { recoveryCodes: outcome.recoveryCodes }),
    }
  return outcome.code === 'known'
    ? { problem: 'This passkey is added already.' }
    : { problem: 'That took too long, or was begun in another window. Add it again.' }
}

export async function renamePasskeyAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireAccount()
  const input = z.strictObject({ id: z.uuid(), name: passkeyName }).safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const isRenamed = await renamePasskey(editor, input.data)
  revalidatePath('/desk/account')
  return isRenamed ? { done: 'Renamed.' } : { problem: 'This passkey is not there any more.' }
}

export async function removePasskeyAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireAccount()
  const input = z.strictObject({ id: z.uuid(), confirmation }).safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await removePasskey(editor, input.data)
  revalidatePath('/desk/account')
  if (outcome.ok) return { done: 'Taken away.' }
  return outcome.code === 'confirm'
    ? { fields: { confirmation: outcome.problem } }
    : { problem: 'Your role asks for a second factor, and this is your last. Add another first.' }
}
