import { notFound } from 'next/navigation'
import { PreviewArticle } from '#app/(preview)/_components/preview-article.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getPreview } from '#lib/reviews/desk-queries-preview.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'
import { getSettings } from '#lib/settings/published.ts'

/** The working copy as its page would be. */
export default async function PreviewPage({ params }: PageProps<'/desk/reviews/[id]/preview'>) {
  const editor = await requireEditor()
  const { id } = await params
  const [review, settings] = await Promise.all([isId(id) ? getPreview(editor, id) : null, getSettings()])
  if (!review) notFound()
  return <PreviewArticle review={review} settings={settings} />
}
