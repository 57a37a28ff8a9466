import { db } from '#lib/db/client.ts'
import { log } from '#lib/log.ts'
import { countAttempt, forgetAttempts } from './limits.ts'
import { isPassword } from './passwords.ts'
import { takeCode } from './second-factor.ts'

export interface SignInAttempt {
  email: string
  password: string
  /** Of the second factor; empty where none was asked for yet. */
  code?: string
  /** The client's address as the server knows it; empty where there is no server of ours in front. */
  address: string
}

type SignInOutcome =
  | { ok: true; user: { id: string; version: number } }
  | { ok: false; code: 'refused' }
  /** The password is right, and the account has a second factor: a code is missing, or it was wrong. */
  | { ok: false; code: 'code'; isWrong: boolean }
  | { ok: false; code: 'wait'; seconds: number }

/**
 * Checks an address and a password. Attempts are counted before anything is looked up: five per account and forty per client
 * address in fifteen minutes. An unknown address takes as long as a wrong password and gets the same answer. Where there is a second
 * factor, or a passkey, the right password alone signs nobody in.
 */
export async function signIn({ email, password, code = '', address }: SignInAttempt): Promise<SignInOutcome> {
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
  const user = account.includes('\0')
    ? null
    : await db().user.findUnique({ where: { email: account }, include: { _count: { select: { passkeys: true } } } })
  const matches = await isPassword(password.slice(0, 256), user?.passwordHash ?? null)
  if (!user || !matches || user.disabledAt) {
    log().warn({ event: 'sign-in.refused', address }, 'sign-in refused')
    return { ok: false, code: 'refused' }
  }
  const hasFactor = user.totpSecret !== null || user._count.passkeys > 0
  if (hasFactor && !(await takeCode(user, code.slice(0, 40)))) {
    if (code !== '') log().warn({ event: 'sign-in.code-refused', address, user: user.id }, 'second factor refused')
    return { ok: false, code: 'code', isWrong: code !== '' }
  }
  await forgetAttempts('sign-in:account', account)
  await db().auditEntry.create({ data: { actorId: user.id, action: 'user.sign-in', subject: user.id } })
  log().info({ event: 'sign-in', user: user.id }, 'signed in')
  return { ok: true, user: { id: user.id, version: user.version } }
}
