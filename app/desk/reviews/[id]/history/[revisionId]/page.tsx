import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Difference } from '#components/desk/history/difference.tsx'
import { Restore } from '#components/desk/history/restore.tsx'
import { Moment } from '#components/desk/moment.tsx'
import { PageHead } from '#components/desk/page-head.tsx'
import { Prose } from '#components/review/prose.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { sizeText } from '#lib/history/field-diff.ts'
import { getRevision, listRevisions } from '#lib/reviews/desk-queries-history.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'
import { reasonText } from '#lib/reviews/revisions.ts'
import { clockOf } from '#lib/users/clock.ts'
import { Back } from '../../back.tsx'
import { AgainstForm, readAgainst } from '../_components/against-form.tsx'
import styles from '../_components/history.module.css'
import { NameForm } from '../_components/name-form.tsx'
import { nameRevisionAction, restoreAction } from '../actions.ts'

export const metadata: Metadata = { title: 'An earlier version' }

/** One version: what it changed, or how it differs from another, or from what readers see; and the way back to it. */
export default async function RevisionPage({
  params,
  searchParams,
}: PageProps<'/desk/reviews/[id]/history/[revisionId]'>) {
  const editor = await requireEditor()
  const [{ id, revisionId }, query] = [await params, await searchParams]
  if (!isId(id) || !isId(revisionId)) notFound()
  const against = readAgainst(query.against)
  const [revision, history, clock] = await Promise.all([
    getRevision(editor, id, revisionId, against),
    listRevisions(editor, id),
    clockOf(editor),
  ])
  if (!revision || !history) notFound()
  const { entry, content, other, difference, pictures, isPresent } = revision
  const size = sizeText(difference)
  return (
    <main className={styles.page} id="main">
      <PageHead
        title={entry.name || `Version ${entry.version}`}
        actions={<Back href={`/desk/reviews/${id}/history`}>Back to the history</Back>}
      >
        {reasonText(entry.reason)} by {entry.author ?? 'an import'}, <Moment iso={entry.at} clock={clock} />
        {entry.name && `, version ${entry.version}`}
      </PageHead>
      {entry.note && <p className={styles.note}>{entry.note}</p>}
      <AgainstForm against={against} history={history} entry={entry} clock={clock} />
      <p className={styles.size} role="status">
        {!other && 'There is nothing before it: this is where the review began.'}
        {other && size === '' && `The same as ${other.name}.`}
        {other &&
          size !== '' &&
          (other.isLater ? `From here to ${other.name}: ${size}.` : `Since ${other.name}: ${size}.`)}
      </p>
      {other && (
        <Difference difference={difference} pictures={pictures} language={content.language ?? clock.language} />
      )}
      {history.mayRestore && (
        <section className={styles.verbs}>
          {!isPresent && (
            <Restore action={restoreAction} id={id} version={history.version} revisionId={revisionId}>
              It becomes a new version. What is live stays as it is until it is published, and the address is not turned
              back.
            </Restore>
          )}
          <NameForm action={nameRevisionAction} reviewId={id} entry={entry} />
        </section>
      )}
      <details className={styles.whole}>
        <summary>Read version {entry.version} whole</summary>
        <article className={styles.text} lang={content.language ?? clock.language}>
          <h2>{content.title || 'Without a headline'}</h2>
          {content.standfirst && <p>{content.standfirst}</p>}
          <Prose prose={content.body} pictures={pictures} mentions={{}} />
        </article>
      </details>
    </main>
  )
}
