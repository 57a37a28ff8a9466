import { z } from 'zod'
import { roles } from '#lib/auth/policy.ts'
import { email, name, password, secret } from './users-schema.ts'

/** The own password, where it is asked for again; empty where it was given a moment ago. */
const confirmation = z
  .string()
  .max(1_000, 'This is not your password.')
  .default('')
  .transform(value => value || null)

const optionalId = z
  .union([z.uuid(), z.literal('')])
  .default('')
  .transform(value => value || null)

export const inviteSchema = z.strictObject({
  name,
  email,
  // Ownership is handed over by whoever has it, to somebody who is here.
  role: z.enum(roles).exclude(['owner']),
  criticId: optionalId,
})

export const invitationIdSchema = z.strictObject({ id: z.uuid() })

/** An account and the own password; the page may say nothing else. */
export const memberSchema = z.strictObject({ id: z.uuid(), confirmation })

export const roleChangeSchema = memberSchema.extend({ role: z.enum(roles).exclude(['owner']) })

const ticked = z.literal('on').optional()

/** The roles that are ticked. */
export const factorRolesSchema = memberSchema
  .extend({ 'role.owner': ticked, 'role.editor': ticked, 'role.critic': ticked, 'role.contributor': ticked })
  .transform(({ confirmation: given, ...form }) => ({
    confirmation: given,
    roles: roles.filter(role => form[`role.${role}`] === 'on'),
  }))

export const handOverSchema = memberSchema.extend({ toId: z.uuid('Choose who takes it over.') })

/** Whoever has been invited, with the secret of their link. */
export const joinSchema = z.strictObject({ secret, name, password })
