import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Moment } from '#components/desk/moment.tsx'
import { PageHead } from '#components/desk/page-head.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getCorrectionsDesk } from '#lib/corrections/desk-queries.ts'
import { getScoreCorrection } from '#lib/notes/desk-queries.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'
import { clockOf } from '#lib/users/clock.ts'
import { Back } from '../back.tsx'
import styles from './_components/corrections.module.css'
import { NewCorrection } from './_components/new-correction.tsx'
import { Withdraw } from './_components/withdraw.tsx'

export const metadata: Metadata = { title: 'Corrections of a review' }

/** What has been corrected in a review, in public, and the form for one more. */
export default async function CorrectionsPage({ params, searchParams }: PageProps<'/desk/reviews/[id]/corrections'>) {
  const editor = await requireEditor()
  const { id } = await params
  const desk = isId(id) ? await getCorrectionsDesk(editor, id) : null
  if (!desk) notFound()
  const { score } = await searchParams
  const [clock, begun] = await Promise.all([
    clockOf(editor),
    typeof score === 'string' && isId(score) ? getScoreCorrection(editor, id, score) : null,
  ])
  return (
    <main className={styles.page} id="main">
      <PageHead title="Corrections" actions={<Back href={`/desk/reviews/${id}`}>Back to the review</Back>}>
        {desk.title || 'A review without a headline'}
      </PageHead>
      {!desk.wasPublished && (
        <EmptyState title="Nothing to correct yet">
          Nobody has read this review. While it is a draft, change its text; once it has been published, corrections are
          made here.
        </EmptyState>
      )}
      {desk.wasPublished && desk.may.correct && (
        <NewCorrection reviewId={id} livePath={desk.livePath} begun={begun ?? ''} />
      )}
      {desk.corrections.length > 0 && (
        <section aria-labelledby="made">
          <h2 id="made">Made so far</h2>
          <ol className={styles.list}>
            {desk.corrections.map(correction => (
              <li key={correction.id}>
                <p className={styles.when}>
                  <Moment iso={correction.at} clock={clock} />
                  {correction.by && ` by ${correction.by}`}
                </p>
                <p className={styles.text}>{correction.text}</p>
                {desk.may.withdraw && <Withdraw id={correction.id} text={correction.text} />}
              </li>
            ))}
          </ol>
        </section>
      )}
      {desk.wasPublished && desk.corrections.length === 0 && <p className={styles.none}>None has been made so far.</p>}
    </main>
  )
}
