import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Moment } from '#components/desk/moment.tsx'
import { PageHead } from '#components/desk/page-head.tsx'
import { Prose } from '#components/review/prose.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { differingFields, fieldName } from '#lib/reviews/compare.ts'
import { contentText } from '#lib/reviews/content-text.ts'
import { getRevision, listRevisions } from '#lib/reviews/desk-queries-history.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'
import { reasonText } from '#lib/reviews/revisions.ts'
import { getSettings } from '#lib/settings/published.ts'
import { restoreAction } from '../../actions.ts'
import styles from '../_components/history.module.css'
import { Restore } from '../_components/restore.tsx'

export const metadata: Metadata = { title: 'An earlier version' }

export default async function RevisionPage({ params }: PageProps<'/desk/reviews/[id]/history/[revisionId]'>) {
  const editor = await requireEditor()
  const { id, revisionId } = await params
  if (!isId(id) || !isId(revisionId)) notFound()
  const [revision, history, { language, timeZone }] = await Promise.all([
    getRevision(editor, id, revisionId),
    listRevisions(editor, id),
    getSettings(),
  ])
  if (!revision || !history) notFound()
  const { entry, content, now, names, pictures } = revision
  const clock = { language, timeZone: editor.timeZone ?? timeZone, publicationZone: timeZone }
  const differing = differingFields(content, now).filter(field => field !== 'slug')
  const known = {
    nameOf: (key: string) => names[key] ?? 'One that is gone',
    ratingOf: ({ value }: { value: number }) => names[`rating:${value}`] ?? String(value),
  }
  return (
    <main className={styles.page} id="main">
      <PageHead
        title={content.title || 'Without a headline'}
        actions={<ButtonLink href={`/desk/reviews/${id}/history`}>Back to the history</ButtonLink>}
      >
        {reasonText(entry.reason)} by {entry.author ?? 'an import'}, <Moment iso={entry.at} clock={clock} />, version{' '}
        {entry.version}
      </PageHead>
      {differing.length === 0 ? (
        <p>This is what the review is now.</p>
      ) : (
        <section className={styles.differences} aria-labelledby="differences">
          <h2 id="differences">What is different now</h2>
          <dl>
            {differing
              .filter(field => field !== 'body')
              .map(field => (
                <div key={field}>
                  <dt>{fieldName(field)}</dt>
                  <dd>
                    <p>{contentText(field, content, known) || <em>Nothing</em>}</p>
                    <p className={styles.now}>Now: {contentText(field, now, known) || <em>nothing</em>}</p>
                  </dd>
                </div>
              ))}
            {differing.includes('body') && (
              <div>
                <dt>{fieldName('body')}</dt>
                <dd>Is another one; the earlier stands below.</dd>
              </div>
            )}
          </dl>
          {history.mayRestore && (
            <Restore action={restoreAction} reviewId={id} version={history.version} revisionId={revisionId} />
          )}
        </section>
      )}
      <article className={styles.text}>
        <Prose prose={content.body} pictures={pictures} mentions={{}} />
      </article>
    </main>
  )
}
