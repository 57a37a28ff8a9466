import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { PageHead } from '#components/desk/page-head.tsx'
import { can } from '#lib/auth/policy.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { sampleLetters } from '#lib/mail/letters.ts'
import { getSettings } from '#lib/settings/published.ts'
import styles from '../_components/mail.module.css'

export const metadata: Metadata = { title: 'What mails look like' }

/** One of each kind, as a mail program shows it and as plain text, with people who are made up. */
export default async function MailTemplatesPage() {
  const editor = await requireEditor()
  if (!can(editor, 'mail.view')) notFound()
  const { name: publication } = await getSettings()
  return (
    <>
      <PageHead title="What mails look like">
        With people who are made up. <Link href="/desk/mail">Mails that were written</Link>
      </PageHead>
      {sampleLetters(publication).map(({ name, letter }) => (
        <section key={name} className={styles.letter} aria-label={name}>
          <h2>{name}</h2>
          <p>Subject: {letter.subject}</p>
          <iframe
            className={styles.frame}
            title={`${name}, as a mail program shows it`}
            srcDoc={letter.html}
            sandbox=""
          />
          <details>
            <summary>As plain text</summary>
            <p className={styles.text}>{letter.text}</p>
          </details>
        </section>
      ))}
    </>
  )
}
