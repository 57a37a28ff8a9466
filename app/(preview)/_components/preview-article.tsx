import { ThemeLink } from '#app/(site)/_components/theme-head.tsx'
import { AboutTheWork } from '#app/(site)/reviews/[slug]/_components/about-the-work.tsx'
import { AfterReview } from '#app/(site)/reviews/[slug]/_components/after-review.tsx'
import { ReviewArticle } from '#components/review/article.tsx'
import frame from '#components/site/frame.module.css'
import type { ReviewArticle as Review } from '#lib/reviews/reviews.ts'
import type { PublicationSettings } from '#lib/settings/settings.ts'
import { getWorkFacts } from '#lib/works/published-facts.ts'

/** A working copy as its page would be, drawn by the page's own components, in the look of the house. */
export async function PreviewArticle({ review, settings }: { review: Review; settings: PublicationSettings }) {
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
