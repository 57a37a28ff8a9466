import { pathOf, slugify } from '#lib/addresses/addresses.ts'
import { claimAddress } from '#lib/addresses/commands.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { countAttempt, forgetAttempts } from '#lib/auth/limits.ts'
import { hashPassword, isPassword, passwordProblem } from '#lib/auth/passwords.ts'
import type { Role } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { minutesText } from '#lib/forms/form-state.ts'

export interface NewUser {
  name: string
  email: string
  role: Role
  passwordHash: string
  /** Slug of the byline that the account takes over; null gives it a new one, so that everybody can write at once. */
  criticSlug: string | null
  /** Whether the person makes it themselves, from an invitation. */
  isJoining?: boolean
}

/** Makes an account inside a transaction: the row, the byline and the audit entry. The address is kept in lower case. */
export async function createUserIn(tx: Prisma.TransactionClient, input: NewUser): Promise<string> {
  const user = await tx.user.create({
    data: {
      name: input.name.trim(),
      email: input.email.trim().toLowerCase(),
      role: input.role,
      passwordHash: input.passwordHash,
    },
  })
  if (input.criticSlug) await tx.critic.update({ where: { slug: input.criticSlug }, data: { userId: user.id } })
  else await createByline(tx, user)
  const by = input.isJoining ? { action: 'user.join', actorId: user.id } : { action: 'user.create' }
  await tx.auditEntry.create({ data: { ...by, subject: user.id, detail: { role: input.role } } })
  return user.id
}

/** A byline with the account's name, at the first address of that name that is free. */
async function createByline(tx: Prisma.TransactionClient, user: { id: string; name: string }): Promise<void> {
  const wanted = slugify(user.name)
  const taken = await tx.address.findMany({
    where: { path: { startsWith: pathOf('critic', wanted) } },
    select: { path: true },
  })
  const paths = new Set(taken.map(address => address.path))
  const slug = [wanted, ...Array.from({ length: 99 }, (_, index) => `${wanted}-${index + 2}`)].find(
    candidate => !paths.has(pathOf('critic', candidate)),
  )
  const critic = await tx.critic.create({
    data: { slug: slug ?? `${wanted}-${user.id.slice(0, 8)}`, name: user.name, userId: user.id },
  })
  await claimAddress(tx, 'critic', critic.id, critic.slug)
}

/** Changes the own password. It ends every other session of the account; the present one goes on. */
export async function changePassword(
  editor: Editor,
  input: { current: string; next: string },
): Promise<{ ok: true } | { ok: false; field: 'current' | 'next'; problem: string }> {
  const problem = passwordProblem(input.next, editor)
  if (problem) return { ok: false, field: 'next', problem }
  if (input.next === input.current) return { ok: false, field: 'next', problem: 'Choose another one than the present.' }
  const wait = await countAttempt('password:account', editor.id)
  if (wait > 0) return { ok: false, field: 'current', problem: `Too many attempts. Try again in ${minutesText(wait)}.` }
  const user = await db().user.findUniqueOrThrow({ where: { id: editor.id } })
  if (!(await isPassword(input.current, user.passwordHash))) {
    return { ok: false, field: 'current', problem: 'This is not your present password.' }
  }
  const passwordHash = await hashPassword(input.next)
  await db().$transaction(async tx => {
    const { version } = await tx.user.update({
      where: { id: editor.id },
      data: { passwordHash, version: { increment: 1 } },
    })
    await tx.session.update({ where: { id: editor.sessionId }, data: { userVersion: version } })
    await tx.auditEntry.create({ data: { actorId: editor.id, action: 'user.password', subject: editor.id } })
  })
  await forgetAttempts('password:account', editor.id)
  return { ok: true }
}

/** Changes the own name and time zone. */
export async function changeProfile(editor: Editor, input: { name: string; timeZone: string | null }): Promise<void> {
  await db().user.update({ where: { id: editor.id }, data: input })
}
