import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'

export const mailStates = ['waiting', 'failed', 'kept', 'sent'] as const
export type MailState = (typeof mailStates)[number]

export interface ShownMail {
  id: string
  to: string
  subject: string
  /** Without the secrets of its links. */
  text: string
  state: MailState
  problem: string
  /** ISO 8601. */
  writtenAt: string
  sentAt: string | null
}

const perPage = 30

/** The mails that were written, the newest first; null for who may not read others' mail. */
export async function listMails(editor: Editor, page: number): Promise<{ mails: ShownMail[]; pages: number } | null> {
  if (!can(editor, 'mail.view')) return null
  const [rows, total] = await Promise.all([
    db().mail.findMany({ orderBy: [{ writtenAt: 'desc' }, { id: 'asc' }], skip: (page - 1) * perPage, take: perPage }),
    db().mail.count(),
  ])
  const mails = rows.map(({ writtenAt, sentAt, attempts: _, ...mail }) => ({
    ...mail,
    writtenAt: writtenAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
  }))
  return { mails, pages: Math.max(1, Math.ceil(total / perPage)) }
}

/** Where mails go, without the password; null without a mail server. */
export function mailServer(): { host: string; from: string | null } | null {
  const { SMTP_URL, MAIL_FROM } = env()
  return SMTP_URL ? { host: new URL(SMTP_URL).host, from: MAIL_FROM ?? null } : null
}
