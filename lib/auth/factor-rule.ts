import { z } from 'zod'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { type Confirmed, confirmEditor } from './confirmation.ts'
import type { Editor } from './editor.ts'
import { can, type Role, roles } from './policy.ts'

// Which roles have to have a second factor. Who has none of such a role can set it up and leave, and nothing else.

const key = 'secondFactorRoles'
const stored = z.array(z.enum(roles)).catch([])

/** The roles that the owner asks a second factor of; none until then. */
export async function rolesWithFactor(client: Pick<Prisma.TransactionClient, 'setting'> = db()): Promise<Role[]> {
  return stored.parse((await client.setting.findUnique({ where: { key } }))?.value)
}

/** Accounts whose password alone signs in, for a `where`. */
export const withoutFactor = { totpSecret: null, passkeys: { none: {} } } satisfies Prisma.UserWhereInput

/** Whether somebody has to set up a second factor before anything else. */
export async function lacksFactor({ id, role }: Editor): Promise<boolean> {
  if (!(await rolesWithFactor()).includes(role)) return false
  return (await db().user.count({ where: { id, ...withoutFactor } })) > 0
}

/** Asks a second factor of these roles, and of no others, from the next request on. For owners, with the own password. */
export async function askFactorOf(
  editor: Editor,
  input: { roles: Role[]; confirmation: string | null },
): Promise<Confirmed | { ok: false; code: 'not-allowed' }> {
  if (!can(editor, 'user.manage')) return { ok: false, code: 'not-allowed' }
  const confirmed = await confirmEditor(editor, input.confirmation)
  if (!confirmed.ok) return confirmed
  const value = roles.filter(role => input.roles.includes(role))
  await db().$transaction(async tx => {
    await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
    const detail = { roles: value.join(', ') || 'nobody' }
    await tx.auditEntry.create({ data: { actorId: editor.id, action: 'user.ask-factor', detail } })
  })
  return { ok: true }
}
