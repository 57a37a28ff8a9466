import { notFound } from 'next/navigation'
import { Difference } from '#components/desk/history/difference.tsx'
import { Restore } from '#components/desk/history/restore.tsx'
import { Moment } from '#components/desk/moment.tsx'
import { PageHead } from '#components/desk/page-head.tsx'
import { StateLinks } from '#components/desk/state-links.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import type { Editor } from '#lib/auth/editor.ts'
import { getRecordRevision } from '#lib/history/desk-queries.ts'
import { sizeText } from '#lib/history/field-diff.ts'
import { type RecordKind, recordFolder } from '#lib/history/records.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'
import { reasonText } from '#lib/reviews/revisions.ts'
import { clockOf } from '#lib/users/clock.ts'
import { restoreRecordAction } from './actions.ts'
import styles from './history.module.css'

interface RevisionViewProps {
  editor: Editor
  kind: RecordKind
  id: string
  revisionId: string
  against: 'previous' | 'now'
}

/** One version of a work, a person, a series or a list: what it changed, or what has changed since, and the way back to it. */
export async function RevisionView({ editor, kind, id, revisionId, against }: RevisionViewProps) {
  const isAddress = isId(id) && isId(revisionId)
  const [revision, clock] = await Promise.all([
    isAddress ? getRecordRevision(editor, kind, { id, revisionId, against }) : null,
    clockOf(editor),
  ])
  if (!revision) notFound()
  const { title, entry, other, difference, pictures, version, mayRestore } = revision
  const folder = `${recordFolder(kind)}/${id}/history`
  const here = `${folder}/${revisionId}`
  const size = sizeText(difference)
  return (
    <>
      <PageHead title={`Version ${entry.version}`} actions={<ButtonLink href={folder}>Back to the history</ButtonLink>}>
        {title}. {reasonText(entry.reason)} by {entry.author ?? 'an import'}, <Moment iso={entry.at} clock={clock} />
      </PageHead>
      {entry.note && <p className={styles.note}>{entry.note}</p>}
      {entry.version !== version && (
        <StateLinks
          label="Compared with"
          links={[
            { name: 'The version before it', href: here, isHere: against === 'previous' },
            { name: 'What stands now', href: `${here}?against=now`, isHere: against === 'now' },
          ]}
        />
      )}
      <p>
        {!other && 'Nothing is kept from before it.'}
        {other && size === '' && `The same as ${other.name}.`}
        {other &&
          size !== '' &&
          (other.isLater ? `From here to ${other.name}: ${size}.` : `Since ${other.name}: ${size}.`)}
      </p>
      {other && <Difference difference={difference} pictures={pictures} language={clock.language} />}
      {mayRestore && (
        <section className={styles.verbs}>
          <Restore action={restoreRecordAction} id={id} version={version} revisionId={revisionId} hidden={{ kind }}>
            It becomes a new version; the address is not turned back. What readers see of it changes at once.
          </Restore>
        </section>
      )}
    </>
  )
}

/** What an address asks a version to be held against. */
export function readAgainst(value: string | string[] | undefined): 'previous' | 'now' {
  return value === 'now' ? 'now' : 'previous'
}
