import { randomUUID } from 'node:crypto'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { env } from '#lib/env.ts'
import { readSettings } from '#lib/settings/published.ts'
import { testMail } from './letters.ts'
import { type Letter, mailSchema } from './mail.ts'

/**
 * Writes a mail in the transaction of the change that it tells of: no change, no mail; no mail server, no lost mail. It is kept at the desk, and sent
 * by a job where there is a mail server. `secret`, such as that of a link, is in what is sent and not in what is kept.
 */
export async function writeMail(
  tx: Prisma.TransactionClient,
  { secret, ...letter }: Letter & { to: string; secret?: string },
): Promise<void> {
  const mail = mailSchema.parse({ id: randomUUID(), ...letter })
  const text = secret ? mail.text.replaceAll(secret, '…') : mail.text
  const isSent = Boolean(env().SMTP_URL)
  const { id, to, subject } = mail
  await tx.mail.create({ data: { id, to, subject, text, state: isSent ? 'waiting' : 'kept' } })
  if (isSent)
    await tx.$executeRaw`SELECT graphile_worker.add_job('send-mail', ${JSON.stringify(mail)}::json, max_attempts => 12)`
}

/** Sends a mail to oneself, to see whether mails arrive. Refused without a mail server. */
export async function writeTestMail(editor: Editor): Promise<{ ok: true } | { ok: false; problem: string }> {
  if (!can(editor, 'mail.view')) return { ok: false, problem: 'Your role does not allow this. Ask an owner.' }
  if (!env().SMTP_URL)
    return { ok: false, problem: 'There is no mail server: set SMTP_URL where the site is started, then try again.' }
  await db().$transaction(async tx => {
    const { name: publication } = await readSettings(tx)
    await writeMail(tx, { to: editor.email, ...testMail({ name: editor.name, publication }) })
  })
  return { ok: true }
}
