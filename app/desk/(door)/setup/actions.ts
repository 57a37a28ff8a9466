'use server'
import { headers } from 'next/headers'
import { clientAddress } from '#lib/auth/client-address.ts'
import { countAttempt } from '#lib/auth/limits.ts'
import { setUpPublication } from '#lib/auth/setup.ts'
import { type FormState, invalid, minutesText, textsOf } from '#lib/forms/form-state.ts'
import { setupSchema } from '#lib/users/users-schema.ts'

const fieldOf = { password: 'password', email: 'email' } as const

/** Makes the first owner of whoever holds the set-up link. Open to everybody, so attempts are counted before anything else. */
export async function setUpAction(form: FormData): Promise<FormState> {
  const wait = await countAttempt('setup:address', clientAddress(await headers()))
  if (wait > 0) return { problem: `There were too many attempts. Wait ${minutesText(wait)}, then try again.` }
  const input = setupSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await setUpPublication(input.data)
  if (outcome.ok) return { done: 'The publication is yours.' }
  if (outcome.code === 'link') return { problem: outcome.problem }
  return { fields: { [fieldOf[outcome.code]]: outcome.problem } }
}
