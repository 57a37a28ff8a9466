import { notFound } from 'next/navigation'
import { ThemeLink } from '#app/(site)/_components/theme-head.tsx'
import { AboutTheWork } from '#app/(site)/reviews/[slug]/_components/about-the-work.tsx'
import { AfterReview } from '#app/(site)/reviews/[slug]/_components/after-review.tsx'
import { ReviewArticle } from '#components/review/article.tsx'
import frame from '#components/site/frame.module.css'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getPreview } from '#lib/reviews/desk-queries-preview.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'
import { getSettings } from '#lib/settings/published.ts'
import { getWorkFacts } from '#lib/works/published-facts.ts'

/** The working copy as its page would be, drawn by the page's own components. */
export default async function PreviewPage({ params }: PageProps<'/desk/reviews/[id]/preview'>) {
  const editor = await requireEditor()
  const { id } = await params
  const [review, settings] = await Promise.all([isId(id) ? getPreview(editor, id) : null, getSettings()])
  if (!review) notFound()
  const facts = await getWorkFacts(review.work.id)
  return (
    <main className={frame.main}>
      <ThemeLink settings={settings} />
      <ReviewArticle
        review={review}
        place={settings}
        aside={<AboutTheWork review={review} facts={facts} place={settings} />}
      >
        <AfterReview review={review} place={settings} />
      </ReviewArticle>
    </main>
  )
}
