import { countAttempt } from '#lib/auth/limits.ts'
import { hashPassword, passwordProblem } from '#lib/auth/passwords.ts'
import { createTokenIn, useToken } from '#lib/auth/tokens.ts'
import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { queueMail } from '#lib/mail/commands.ts'

/**
 * Sends a link to set a new password, when there is such an account and it is open. Whoever asks learns nothing of that: the answer is the
 * same, and so is the work until the mail is queued. Three a hour per account, twenty per client address; more are passed over in silence.
 */
export async function requestPasswordReset({ email, address }: { email: string; address: string }): Promise<void> {
  const account = email.trim().toLowerCase().slice(0, 254)
  const waits = [await countAttempt('password:account', account), address ? await countAttempt('password:address', address) : 0]
  if (Math.max(...waits) > 0) return
  await db().$transaction(async tx => {
    const user = await tx.user.findFirst({ where: { email: account, disabledAt: null } })
    if (!user) return
    const secret = await createTokenIn(tx, 'password', user.id)
    await queueMail(tx, {
      to: user.email,
      subject: 'A new password for the desk',
      text: `Hello ${user.name},\n\nsomebody, we hope you, asked for a new password. This link is good once, for 15 minutes:\n\n${env().SITE_URL}/desk/new-password#${secret}\n\nIf it was not you, nothing has changed, and nothing needs to be done.\n`,
    })
  })
}

/** Sets a new password with the secret of such a link, which it uses up. It ends every session of the account. */
export async function resetPassword({ secret, password }: { secret: string; password: string }): Promise<{ ok: true } | { ok: false; problem: string }> {
  const weak = passwordProblem(password, { email: '', name: '' })
  if (weak) return { ok: false, problem: weak }
  const passwordHash = await hashPassword(password)
  const done = await db().$transaction(async tx => {
    const token = await useToken(tx, 'password', secret)
    if (!token?.userId) return false
    await tx.user.update({ where: { id: token.userId }, data: { passwordHash, version: { increment: 1 } } })
    await tx.auditEntry.create({ data: { actorId: token.userId, action: 'user.password', subject: token.userId } })
    return true
  })
  return done ? { ok: true } : { ok: false, problem: 'This link has been used or is older than 15 minutes. Ask for another one.' }
}
