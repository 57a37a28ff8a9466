import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Difference } from '#components/desk/history/difference.tsx'
import { Moment } from '#components/desk/moment.tsx'
import { PageHead } from '#components/desk/page-head.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { sizeText } from '#lib/history/field-diff.ts'
import { getUnseen } from '#lib/reviews/desk-queries-history.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'
import { clockOf } from '#lib/users/clock.ts'
import { Back } from '../back.tsx'
import styles from '../history/_components/history.module.css'
import { discardAction } from '../history/actions.ts'
import { Discard } from './discard.tsx'

export const metadata: Metadata = { title: 'What readers have not seen' }

/** The difference between what readers see of a review and what stands at the desk. */
export default async function ChangesPage({ params }: PageProps<'/desk/reviews/[id]/changes'>) {
  const editor = await requireEditor()
  const { id } = await params
  const [unseen, clock] = await Promise.all([isId(id) ? getUnseen(editor, id) : null, clockOf(editor)])
  if (!unseen) notFound()
  const { title, version, difference, liveSince, language, may, pictures } = unseen
  const size = difference ? sizeText(difference) : ''
  const back = <Back href={`/desk/reviews/${id}`}>Back to the review</Back>
  return (
    <main className={styles.page} id="main">
      <PageHead title="What readers have not seen" actions={back}>
        {title || 'A review without a headline'}
        {liveSince && (
          <>
            . Last published: <Moment iso={liveSince} clock={clock} />
          </>
        )}
      </PageHead>
      {!difference && (
        <EmptyState title="Readers see nothing of it">
          <p>It is not published, so there is nothing to compare with. The history has every version.</p>
        </EmptyState>
      )}
      {difference && size === '' && (
        <EmptyState title="Nothing: readers see what stands here">
          <p>Every word and every field is live as it is.</p>
        </EmptyState>
      )}
      {difference && size !== '' && (
        <>
          <p className={styles.size}>Not published: {size}.</p>
          <Difference difference={difference} pictures={pictures} language={language ?? clock.language} />
          <div className={styles.verbs}>
            {may.publish && (
              <p className={styles.advice}>
                “Publish changes” in the editor shows them to readers. Their date stays; they are told that the text was
                updated.
              </p>
            )}
            {may.edit && <Discard action={discardAction} id={id} version={version} size={size} />}
          </div>
        </>
      )}
    </main>
  )
}
