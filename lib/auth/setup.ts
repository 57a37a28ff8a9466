import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { createUserIn } from '#lib/users/commands.ts'
import { hashPassword, passwordProblem } from './passwords.ts'
import { createToken, findLiveToken, spendToken } from './tokens.ts'

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

export type SetupOutcome = { ok: true } | { ok: false; code: 'link' | 'password' | 'email'; problem: string }

/**
 * Makes the first owner. The secret is used up in the transaction that makes the account: of twenty at once, one succeeds.
 * Refused: a secret that is unknown, used or a day old; an owner exists; a weak password; an address that has an account.
 */
export async function setUpPublication(input: SetupInput): Promise<SetupOutcome> {
  const problem = passwordProblem(input.password, input)
  if (problem) return { ok: false, code: 'password', problem }
  // Before the costly hash. The transaction asks again, and its answer counts.
  if (!(await findLiveToken('setup', input.secret))) return deadLink
  const passwordHash = await hashPassword(input.password)
  return db().$transaction(async tx => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('out-of-five.setup'))`
    if ((await tx.user.count({ where: { role: 'owner' } })) > 0) return deadLink
    // Made at the terminal, for somebody with another role.
    if (await tx.user.count({ where: { email: input.email.trim().toLowerCase() } })) return knownAddress
    if (!(await spendToken(tx, 'setup', input.secret))) return deadLink
    await createUserIn(tx, { ...input, role: 'owner', passwordHash, criticSlug: null })
    return { ok: true }
  })
}

const deadLink: SetupOutcome = {
  ok: false,
  code: 'link',
  problem:
    'This set-up link has been used, has expired or was replaced. Restart the server: it prints a new one while there is no owner.',
}

const knownAddress: SetupOutcome = {
  ok: false,
  code: 'email',
  problem: 'There is an account with this address already. Take another one for the owner.',
}
