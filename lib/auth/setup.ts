import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { createUserIn } from '#lib/users/commands.ts'
import { hashPassword, passwordProblem } from './passwords.ts'
import { createToken, useToken } from './tokens.ts'

/** The one-time link that makes the first owner; null once there is one. Each call replaces the link before. */
export async function createSetupLink(): Promise<string | null> {
  if (await hasOwner()) return null
  // In the fragment, so that the secret reaches neither a log nor a Referer.
  return `${env().SITE_URL}/desk/setup#${await createToken('setup')}`
}

/** Whether the publication has somebody to run it. */
export async function hasOwner(): Promise<boolean> {
  return (await db().user.count({ where: { role: 'owner' } })) > 0
}

export interface SetupInput {
  secret: string
  name: string
  email: string
  password: string
}

/**
 * Makes the first owner. The secret is used up in the transaction that makes the account: of twenty at once, one succeeds.
 * Refused: a secret that is unknown, used or a day old; an owner exists; a weak password.
 */
export async function setUpPublication(input: SetupInput): Promise<{ ok: true } | { ok: false; code: 'link' | 'password'; problem: string }> {
  const problem = passwordProblem(input.password, input)
  if (problem) return { ok: false, code: 'password', problem }
  const passwordHash = await hashPassword(input.password)
  const done = await db().$transaction(async tx => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('out-of-five.setup'))`
    if ((await tx.user.count({ where: { role: 'owner' } })) > 0) return false
    if (!(await useToken(tx, 'setup', input.secret))) return false
    await createUserIn(tx, { ...input, role: 'owner', passwordHash, criticSlug: null })
    return true
  })
  if (done) return { ok: true }
  return {
    ok: false,
    code: 'link',
    problem: 'This set-up link has been used, has expired or was replaced. Restart the server: it prints a new one while there is no owner.',
  }
}
