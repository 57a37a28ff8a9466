import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '#components/desk/page-head.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getSettledNotes } from '#lib/notes/desk-queries.ts'
import { listRevisions } from '#lib/reviews/desk-queries-history.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'
import { sittingsOf } from '#lib/reviews/revisions.ts'
import { clockOf } from '#lib/users/clock.ts'
import { Back } from '../back.tsx'
import { BesideTheText } from './_components/beside-the-text.tsx'
import styles from './_components/history.module.css'
import { Sitting } from './_components/sitting.tsx'

export const metadata: Metadata = { title: 'History of a review' }

export default async function HistoryPage({ params }: PageProps<'/desk/reviews/[id]/history'>) {
  const editor = await requireEditor()
  const { id } = await params
  const [history, beside, clock] = await Promise.all([
    isId(id) ? listRevisions(editor, id) : null,
    isId(id) ? getSettledNotes(editor, id) : null,
    clockOf(editor),
  ])
  if (!history) notFound()
  const { version, liveVersion } = history
  const hasUnseen = liveVersion !== null && liveVersion !== version
  return (
    <main className={styles.page} id="main">
      <PageHead title="History" actions={<Back href={`/desk/reviews/${id}`}>Back to the review</Back>}>
        {history.title || 'A review without a headline'}
      </PageHead>
      {hasUnseen && (
        <Notice actions={<ButtonLink href={`/desk/reviews/${id}/changes`}>What readers have not seen</ButtonLink>}>
          Readers see version {liveVersion}; version {version} stands here.
        </Notice>
      )}
      <ol className={styles.sittings}>
        {sittingsOf(history.revisions).map(entries => (
          <Sitting
            key={entries[0]?.id}
            folder={`/desk/reviews/${id}/history`}
            entries={entries}
            present={version}
            live={liveVersion}
            clock={clock}
          />
        ))}
      </ol>
      {beside && <BesideTheText {...beside} clock={clock} />}
    </main>
  )
}
