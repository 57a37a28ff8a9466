import { notFound } from 'next/navigation'
import { RevisionLine } from '#components/desk/history/revision-line.tsx'
import { PageHead } from '#components/desk/page-head.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { Editor } from '#lib/auth/editor.ts'
import { listRecordRevisions } from '#lib/history/desk-queries.ts'
import { type RecordKind, recordFolder } from '#lib/history/records.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'
import { clockOf } from '#lib/users/clock.ts'
import styles from './history.module.css'

/** The history of a work, a person, a series or a list. */
export async function HistoryView({ editor, kind, id }: { editor: Editor; kind: RecordKind; id: string }) {
  const [history, clock] = await Promise.all([isId(id) ? listRecordRevisions(editor, kind, id) : null, clockOf(editor)])
  if (!history) notFound()
  const page = `${recordFolder(kind)}/${id}`
  const back = <ButtonLink href={page}>Back to it</ButtonLink>
  return (
    <>
      <PageHead title="History" actions={back}>
        {history.title || 'Without a title'}
      </PageHead>
      {history.revisions.length === 0 ? (
        <EmptyState title="Nothing has been changed here yet">
          <p>From the first change on, every version is kept, with who made it and when.</p>
        </EmptyState>
      ) : (
        <ol className={styles.revisions}>
          {history.revisions.map(entry => (
            <li key={entry.id}>
              <RevisionLine
                entry={entry}
                folder={`${page}/history`}
                present={history.version}
                live={null}
                clock={clock}
              />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
