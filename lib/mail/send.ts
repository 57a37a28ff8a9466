import { randomUUID } from 'node:crypto'
import type { JobHelpers } from 'graphile-worker'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import { env } from '#lib/env.ts'

const mailSchema = z.object({
  /** Kept with the job, so that a second attempt after a crash carries the same Message-ID and is recognised as the same mail. */
  id: z.uuid(),
  to: z.email(),
  subject: z.string().max(200),
  text: z.string().max(100_000),
})
export type Mail = z.infer<typeof mailSchema>

/** A mail to be queued. */
export function newMail(mail: Omit<Mail, 'id'>): Mail {
  return { id: randomUUID(), ...mail }
}

/** The job that sends one mail. What the server refuses for now is tried again by the queue, with growing waits. */
export async function sendMail(payload: unknown, helpers: JobHelpers): Promise<void> {
  const mail = mailSchema.parse(payload)
  const { SMTP_URL, MAIL_FROM, SITE_URL } = env()
  if (!SMTP_URL) throw new Error('SMTP_URL is not set: the mail waits')
  const host = new URL(SITE_URL).hostname
  const transport = createTransport(SMTP_URL, { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 })
  try {
    await transport.sendMail({
      from: MAIL_FROM ?? `Out of Five <desk@${host}>`,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mail.id}@${host}>`,
    })
  } finally {
    transport.close()
  }
  helpers.logger.info('sent a mail')
}
