'use server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { clientAddress } from '#lib/auth/client-address.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'
import { resetPassword } from '#lib/users/commands-reset.ts'
import { newPasswordSchema } from '#lib/users/users-schema.ts'

/** Sets a new password for whoever holds a mailed link. Open to everybody; the command counts the attempts. */
export async function newPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const input = newPasswordSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const address = clientAddress(await headers())
  const outcome = await resetPassword({ ...input.data, address })
  if (outcome.ok) redirect('/desk/sign-in?new-password=1')
  return outcome.code === 'password' ? { fields: { password: outcome.problem } } : { problem: outcome.problem }
}
