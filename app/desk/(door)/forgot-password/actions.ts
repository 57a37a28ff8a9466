'use server'
import { headers } from 'next/headers'
import { clientAddress } from '#lib/auth/client-address.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'
import { requestPasswordReset } from '#lib/users/commands-reset.ts'
import { forgotPasswordSchema } from '#lib/users/users-schema.ts'

/** Mails a link to whoever has forgotten their password. Open to everybody; the answer tells nothing about accounts. */
export async function forgotPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const input = forgotPasswordSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const address = clientAddress(await headers())
  await requestPasswordReset({ ...input.data, address })
  return {
    done: 'If there is an open account with this address, a link is on its way. It is good for 15 minutes.',
  }
}
