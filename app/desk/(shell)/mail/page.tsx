import type { Metadata } from 'next'
import Link from 'next/link'
import { Moment } from '#components/desk/moment.tsx'
import { PageHead } from '#components/desk/page-head.tsx'
import styles from '#components/desk/rows.module.css'
import { Badge, type Tone } from '#components/ui/badge.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { listMails, type MailState, mailServer } from '#lib/mail/desk-queries.ts'
import { pageNumber, pagePath } from '#lib/settings/page-number.ts'
import { clockOf } from '#lib/users/clock.ts'
import letters from './_components/mail.module.css'
import { TestMail } from './_components/test-mail.tsx'

export const metadata: Metadata = { title: 'Mail' }

const states: Record<MailState, { name: string; tone: Tone }> = {
  waiting: { name: 'Waits', tone: 'waiting' },
  sent: { name: 'Sent', tone: 'good' },
  failed: { name: 'Given up', tone: 'bad' },
  kept: { name: 'Kept here', tone: 'neutral' },
}

/** Every mail that was written, and what became of it. Secrets of links are not in them. */
export default async function MailPage({ searchParams }: PageProps<'/desk/mail'>) {
  const editor = await requireEditor()
  const page = pageNumber(await searchParams)
  const [list, clock, server] = [await listMails(editor, page), await clockOf(editor), mailServer()]
  if (!list)
    return (
      <>
        <PageHead title="Mail" />
        <EmptyState title="Mails are for owners to see">
          <p>What is meant for you stands under “For you”.</p>
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHead title="Mail">
        {server
          ? `Sent by ${server.host}${server.from ? ` from ${server.from}` : ''}.`
          : 'There is no mail server: mails are kept here, and nobody gets them. Set SMTP_URL where the site is started.'}{' '}
        <Link href="/desk/mail/templates">What they look like</Link>
      </PageHead>
      {server && <TestMail />}
      {list.mails.length === 0 && (
        <EmptyState title="No mail was written yet">
          <p>Invitations, new passwords and what people want to hear of stand here.</p>
        </EmptyState>
      )}
      <ol className={styles.rows}>
        {list.mails.map(mail => (
          <li key={mail.id} className={styles.row}>
            <p>
              <Badge tone={states[mail.state].tone}>{states[mail.state].name}</Badge> {mail.subject}
            </p>
            <div>
              <p className={styles.facts}>
                To {mail.to} · <Moment iso={mail.sentAt ?? mail.writtenAt} clock={clock} />
                {mail.problem && ` · ${mail.problem}`}
              </p>
              <details>
                <summary>Read it</summary>
                <p className={letters.text}>{mail.text}</p>
              </details>
            </div>
          </li>
        ))}
      </ol>
      <Pagination
        label="Pages of mails"
        page={Math.min(page, list.pages)}
        pages={list.pages}
        hrefOf={to => pagePath('/desk/mail', to)}
      />
    </>
  )
}
