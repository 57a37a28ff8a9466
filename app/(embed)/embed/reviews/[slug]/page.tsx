import type { Metadata } from 'next'
import { cache } from 'react'
import styles from '#app/(embed)/_components/card.module.css'
import { RatingMark } from '#components/review/rating-mark.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { findCard } from '#lib/cards/published.ts'
import { env } from '#lib/env.ts'
import { inLanguage } from '#lib/languages/languages.ts'
import { getSettings } from '#lib/settings/published.ts'
import { kindName } from '#lib/works/works.ts'

type Props = PageProps<'/embed/reviews/[slug]'>

const load = cache(findCard)

// proxy.ts let only live reviews through.
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load((await params).slug)
  if (found.state !== 'live') return {}
  const { review } = found
  return {
    title: `${review.work.title}: ${review.title}`,
    robots: { index: false, follow: true },
    alternates: { canonical: env().SITE_URL + review.path },
  }
}

/** The verdict of a review in a frame on somebody else's page. Every link leads out of the frame. */
export default async function EmbeddedReview({ params }: Props) {
  const found = await load((await params).slug)
  if (found.state !== 'live') return null
  const { review } = found
  const { name, language } = await getSettings()
  const { work, critics } = review
  const written = inLanguage(review.language, language)
  return (
    <main className={styles.card}>
      <CacheTags tags={['embed', `work:${work.id}`]} reviews={[review]} />
      <p className={styles.about}>
        {kindName(work.kind)}
        {work.year && `, ${work.year}`}
      </p>
      <h1 className={styles.title}>
        <a href={review.path} target="_top">
          {work.title}
        </a>
      </h1>
      <RatingMark rating={review.rating} size="article" language={language} />
      <p className={styles.verdict} {...written}>
        {review.verdict}
      </p>
      <p className={styles.by}>
        {new Intl.ListFormat(language).format(critics.map(critic => critic.name))},{' '}
        <a href={review.path} target="_top">
          the review in {name}
        </a>
      </p>
    </main>
  )
}
