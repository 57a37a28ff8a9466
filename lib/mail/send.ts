import type { JobHelpers } from 'graphile-worker'
import { createTransport } from 'nodemailer'
import { env } from '#lib/env.ts'
import { mailSchema } from './mail.ts'

/** The job that sends one mail. What the server refuses for now is tried again by the queue, with growing waits. */
export async function sendMail(payload: unknown, helpers: JobHelpers): Promise<void> {
  const mail = mailSchema.parse(payload)
  const { SMTP_URL, MAIL_FROM, SITE_URL } = env()
  if (!SMTP_URL) throw new Error('SMTP_URL is not set: the mail waits')
  const host = new URL(SITE_URL).hostname
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  })
  try {
    await transport.sendMail({
      from: MAIL_FROM ?? `Out of Five <desk@${host}>`,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mail.id}@${host}>`,
      // RFC 3834: nobody's absence note answers it.
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  } finally {
    transport.close()
  }
  helpers.logger.info('sent a mail')
}
