import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '#components/desk/page-head.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { listRevisions } from '#lib/reviews/desk-queries-history.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'
import { sittingsOf } from '#lib/reviews/revisions.ts'
import { getSettings } from '#lib/settings/published.ts'
import styles from './_components/history.module.css'
import { Sitting } from './_components/sitting.tsx'

export const metadata: Metadata = { title: 'History of a review' }

export default async function HistoryPage({ params }: PageProps<'/desk/reviews/[id]/history'>) {
  const editor = await requireEditor()
  const { id } = await params
  const history = isId(id) ? await listRevisions(editor, id) : null
  if (!history) notFound()
  const { language, timeZone } = await getSettings()
  const clock = { language, timeZone: editor.timeZone ?? timeZone, publicationZone: timeZone }
  const sittings = sittingsOf(history.revisions)
  return (
    <main className={styles.page} id="main">
      <PageHead title="History" actions={<ButtonLink href={`/desk/reviews/${id}`}>Back to the review</ButtonLink>}>
        {history.title || 'A review without a headline'}
      </PageHead>
      <ol className={styles.sittings}>
        {sittings.map(entries => (
          <Sitting
            key={entries[0]?.id}
            reviewId={id}
            entries={entries}
            presentVersion={history.version}
            clock={clock}
          />
        ))}
      </ol>
    </main>
  )
}
