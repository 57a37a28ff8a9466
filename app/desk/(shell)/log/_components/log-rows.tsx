import Link from 'next/link'
import { type Clock, Moment } from '#components/desk/moment.tsx'
import { type AuditEntry, actionWords } from '#lib/audit/audit.ts'
import styles from './log.module.css'

/** Entries as sentences: who did what to what, and when. */
export function LogRows({ entries, clock }: { entries: AuditEntry[]; clock: Clock }) {
  return (
    <ol className={styles.rows}>
      {entries.map(({ id, at, actor, action, subject, detail }) => (
        <li key={id} className={styles.row}>
          <p className={styles.what}>
            <strong>{actor?.name ?? 'The operator'}</strong> {actionWords(action)}{' '}
            {subject?.href ? <Link href={subject.href}>{subject.name}</Link> : subject?.name}
          </p>
          <p className={styles.facts}>
            <Moment iso={at} clock={clock} />
            {detail && ` · ${detail}`}
          </p>
        </li>
      ))}
    </ol>
  )
}
