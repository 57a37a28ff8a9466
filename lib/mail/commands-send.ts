import type { JobHelpers } from 'graphile-worker'
import { createTransport } from 'nodemailer'
import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { getSettings } from '#lib/settings/published.ts'
import { type Mail, mailSchema } from './mail.ts'

/** The job that sends one mail. What the server refuses for now is tried again by the queue, with growing waits; the desk shows how it went. */
export async function sendMail(payload: unknown, helpers: JobHelpers): Promise<void> {
  const mail = mailSchema.parse(payload)
  const { attempts, max_attempts: most } = helpers.job
  try {
    await deliver(mail)
  } catch (error) {
    const problem = error instanceof Error ? error.message.slice(0, 500) : 'It failed.'
    await db().mail.updateMany({
      where: { id: mail.id, state: { in: ['waiting', 'failed'] } },
      data: { attempts, problem, state: attempts >= most ? 'failed' : 'waiting' },
    })
    throw error
  }
  // Should this not be written down, the mail goes out once more as the same one: its Message-ID is that of the job.
  await db().$executeRaw`
    UPDATE mail SET state = 'sent', sent_at = now(), attempts = ${attempts}, problem = '' WHERE id = ${mail.id}::uuid AND state <> 'sent'`
  helpers.logger.info('sent a mail')
}

async function deliver({ id, to, subject, text, html }: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM, SITE_URL } = env()
  if (!SMTP_URL) throw new Error('SMTP_URL is not set: the mail waits')
  const host = new URL(SITE_URL).hostname
  const { name } = await getSettings()
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  })
  try {
    await transport.sendMail({
      from: MAIL_FROM ?? { name, address: `desk@${host}` },
      // As an address and nothing else: a string would be read for names and lists.
      to: { name: '', address: to },
      subject,
      text,
      html,
      messageId: `<${id}@${host}>`,
      // RFC 3834: nobody's absence note answers it.
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  } finally {
    transport.close()
  }
}
