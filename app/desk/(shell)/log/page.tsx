import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '#components/desk/page-head.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { auditPath, readAuditFilter } from '#lib/audit/audit-schema.ts'
import { readAuditLog } from '#lib/audit/desk-queries.ts'
import { needsPassword } from '#lib/auth/confirmation.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { clockOf } from '#lib/users/clock.ts'
import { ExportLog } from './_components/export-log.tsx'
import styles from './_components/log.module.css'
import { LogFilter } from './_components/log-filter.tsx'
import { LogRows } from './_components/log-rows.tsx'

export const metadata: Metadata = { title: 'Log' }

/** Who did what at the desk, newest first. Nobody can change what stands here, the database sees to that. */
export default async function LogPage({ searchParams }: PageProps<'/desk/log'>) {
  const editor = await requireEditor()
  const filter = readAuditFilter(await searchParams)
  const [log, clock, asksPassword] = await Promise.all([
    readAuditLog(editor, filter),
    clockOf(editor),
    needsPassword(editor),
  ])
  if (!log)
    return (
      <>
        <PageHead title="Log" />
        <EmptyState title="Your role does not read the log">
          <p>
            Editors see who published, retracted and changed what. The history of your own reviews stands with each of
            them.
          </p>
        </EmptyState>
      </>
    )
  const { before, ...narrowed } = filter
  const isNarrowed = Object.values(narrowed).some(value => value !== null)
  return (
    <>
      <PageHead title="Log" actions={log.may.export && <ExportLog filter={filter} asksPassword={asksPassword} />}>
        Who did what at the desk. Entries are kept for good and cannot be changed.
      </PageHead>
      <LogFilter filter={filter} people={log.people} />
      {log.entries.length > 0 ? (
        <LogRows entries={log.entries} clock={clock} />
      ) : (
        <EmptyState title={isNarrowed || before ? 'Nothing fits' : 'Nothing has happened yet'}>
          <p>
            {isNarrowed ? (
              <Link href="/desk/log">Show everything</Link>
            ) : (
              'What people do here is written down as they do it.'
            )}
          </p>
        </EmptyState>
      )}
      {(before || log.older) && (
        <nav className={styles.pages} aria-label="Pages of the log">
          {before && <Link href={auditPath(narrowed)}>To the newest</Link>}
          {log.older && <Link href={auditPath({ ...filter, before: log.older })}>Older entries</Link>}
        </nav>
      )}
    </>
  )
}
