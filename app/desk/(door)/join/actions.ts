'use server'
import { headers } from 'next/headers'
import { clientAddress } from '#lib/auth/client-address.ts'
import type { Role } from '#lib/auth/policy.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'
import { getInvitee, joinTeam } from '#lib/users/commands-invitation.ts'
import { joinSchema } from '#lib/users/team-schema.ts'

/** Who is invited by a link. It says nothing that whoever holds the link was not told with it. */
export async function inviteeAction(secret: unknown): Promise<{ name: string; email: string; role: Role } | null> {
  return typeof secret === 'string' && secret.length < 200 ? getInvitee(secret) : null
}

/** Makes the account of whoever holds a link. Open to everybody; the command counts the attempts. */
export async function joinAction(form: FormData): Promise<FormState> {
  const input = joinSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await joinTeam({ ...input.data, address: clientAddress(await headers()) })
  if (outcome.ok) return { done: 'Welcome.' }
  return outcome.code === 'password' ? { fields: { password: outcome.problem } } : { problem: outcome.problem }
}
