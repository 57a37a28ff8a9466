import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { acceptNameAction } from '#app/desk/(shell)/names/actions.ts'
import { createWorkAction, refocusAction } from '#app/desk/(shell)/works/actions.ts'
import { ReviewEditor } from '#components/desk/editor/review-editor.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getDeskReview, getEditorChoices } from '#lib/reviews/desk-queries-review.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'
import { getTrashed } from '#lib/trash/desk-queries.ts'
import { publishAction, retractAction } from './actions.ts'
import { keepVersionAction } from './history/actions.ts'

export const metadata: Metadata = { title: 'Review' }

export default async function EditReviewPage({ params }: PageProps<'/desk/reviews/[id]'>) {
  const editor = await requireEditor()
  const { id } = await params
  const review = isId(id) ? await getDeskReview(editor, id) : null
  if (!review) {
    if (isId(id) && (await getTrashed(editor, 'review', id))) redirect('/desk/trash')
    notFound()
  }
  const choices = await getEditorChoices(editor, review.content.rating?.scaleVersionId ?? null)
  const actions = {
    publish: publishAction,
    retract: retractAction,
    keepVersion: keepVersionAction,
    createWork: createWorkAction,
    refocus: refocusAction,
    acceptName: acceptNameAction,
  }
  return <ReviewEditor key={id} review={review} choices={choices} actions={actions} />
}
