import { db } from '#lib/db/client.ts'
import { log } from '#lib/log.ts'
import { countAttempt, forgetAttempts } from './limits.ts'
import { isPassword } from './passwords.ts'

export interface SignInAttempt {
  email: string
  password: string
  /** The client's address as the server knows it; empty where there is no server of ours in front. */
  address: string
}

type SignInOutcome =
  | { ok: true; user: { id: string; version: number } }
  | { ok: false; code: 'refused' }
  | { ok: false; code: 'wait'; seconds: number }

/**
 * Checks an address and a password. Attempts are counted before anything is looked up: five per account and forty per client
 * address in fifteen minutes. An unknown address takes as long as a wrong password and gets the same answer.
 */
export async function signIn({ email, password, address }: SignInAttempt): Promise<SignInOutcome> {
  const account = email.trim().toLowerCase().slice(0, 254)
  const waits = [
    await countAttempt('sign-in:account', account),
    address ? await countAttempt('sign-in:address', address) : 0,
  ]
  const seconds = Math.max(...waits)
  if (seconds > 0) {
    log().warn({ event: 'sign-in.limited', address }, 'sign-in limited')
    return { ok: false, code: 'wait', seconds }
  }
  // PostgreSQL cannot be asked about a NUL.
  const user = account.includes('\0') ? null : await db().user.findUnique({ where: { email: account } })
  const matches = await isPassword(password.slice(0, 256), user?.passwordHash ?? null)
  if (!user || !matches || user.disabledAt) {
    log().warn({ event: 'sign-in.refused', address }, 'sign-in refused')
    return { ok: false, code: 'refused' }
  }
  await forgetAttempts('sign-in:account', account)
  await db().auditEntry.create({ data: { actorId: user.id, action: 'user.sign-in', subject: user.id } })
  log().info({ event: 'sign-in', user: user.id }, 'signed in')
  return { ok: true, user: { id: user.id, version: user.version } }
}
