import { setTimeout as pause } from 'node:timers/promises'
import { countAttempt, forgetAttempts } from '#lib/auth/limits.ts'
import { hashPassword, passwordProblem } from '#lib/auth/passwords.ts'
import { createTokenIn, findLiveToken, spendToken } from '#lib/auth/tokens.ts'
import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { minutesText } from '#lib/forms/form-state.ts'
import { log } from '#lib/log.ts'
import { writeMail } from '#lib/mail/commands.ts'
import { passwordMail } from '#lib/mail/letters.ts'
import { readSettings } from '#lib/settings/published.ts'

// Longer than the few milliseconds that an open account takes more than an unknown address.
const SHORTEST_ANSWER = 300

/**
 * Queues a link to set a new password, when there is such an account and it is open. Whoever asks learns nothing of that: the
 * answer is the same and takes as long. Three an hour per account, twenty per client address; more are passed over in silence.
 */
export async function requestPasswordReset(asked: { email: string; address: string }): Promise<void> {
  await Promise.all([queueLink(asked), pause(SHORTEST_ANSWER)])
}

async function queueLink({ email, address }: { email: string; address: string }): Promise<void> {
  // Without a mail server the link would only lie in the queue.
  if (!env().SMTP_URL) return
  const account = email.trim().toLowerCase().slice(0, 254)
  const waits = [
    await countAttempt('password:account', account),
    address ? await countAttempt('password:address', address) : 0,
  ]
  if (Math.max(...waits) > 0) {
    log().warn({ event: 'password.limited', address }, 'password links limited')
    return
  }
  // PostgreSQL cannot be asked about a NUL.
  if (account.includes('\0')) return
  await db().$transaction(async tx => {
    const user = await tx.user.findFirst({ where: { email: account, disabledAt: null } })
    if (!user) return
    const [secret, { name: publication }] = [await createTokenIn(tx, 'password', user.id), await readSettings(tx)]
    await writeMail(tx, { to: user.email, secret, ...passwordMail({ name: user.name, publication, secret }) })
  })
}

export type ResetOutcome = { ok: true } | { ok: false; code: 'link' | 'password' | 'wait'; problem: string }

/**
 * Sets a new password with the secret of such a link, and ends every session of the account. The secret is used up in the same
 * transaction: of twenty at once, one succeeds. Refused: a secret that is unknown, used or too old; an account that has been
 * disabled; a weak password, which uses nothing up; the twenty-first attempt in an hour from one client address.
 */
export async function resetPassword(input: {
  secret: string
  password: string
  address: string
}): Promise<ResetOutcome> {
  const { secret, password, address } = input
  const wait = address ? await countAttempt('password:address', address) : 0
  if (wait > 0)
    return { ok: false, code: 'wait', problem: `There were too many attempts. Try again in ${minutesText(wait)}.` }
  // Before the costly hash. The transaction asks again, and its answer counts.
  const user = await holderOf(secret)
  if (!user) return deadLink
  const weak = passwordProblem(password, user)
  if (weak) return { ok: false, code: 'password', problem: weak }
  const passwordHash = await hashPassword(password)
  if (!(await replacePassword(user.id, secret, passwordHash))) return deadLink
  // Whoever reads the account's mail has not been guessing.
  await forgetAttempts('sign-in:account', user.email)
  log().info({ event: 'password.reset', user: user.id }, 'password reset')
  return { ok: true }
}

async function holderOf(secret: string) {
  const token = await findLiveToken('password', secret)
  return token?.userId ? db().user.findFirst({ where: { id: token.userId, disabledAt: null } }) : null
}

function replacePassword(userId: string, secret: string, passwordHash: string): Promise<boolean> {
  return db().$transaction(async tx => {
    if (!(await spendToken(tx, 'password', secret))) return false
    const { count } = await tx.user.updateMany({
      where: { id: userId, disabledAt: null },
      data: { passwordHash, version: { increment: 1 } },
    })
    if (count === 0) return false
    // Two that were asked for in the same moment may both be there.
    await tx.token.deleteMany({ where: { purpose: 'password', userId, usedAt: null } })
    await tx.auditEntry.create({
      data: { actorId: userId, action: 'user.password', subject: userId, detail: { by: 'link' } },
    })
    return true
  })
}

const deadLink: ResetOutcome = {
  ok: false,
  code: 'link',
  problem: 'This link has been used, was replaced by a newer one or is older than 15 minutes.',
}
