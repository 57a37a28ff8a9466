import { Byline, DateTime, type Place } from '#components/review/byline.tsx'
import { Image } from '#components/review/figure.tsx'
import { Standing } from '#components/review/standing.tsx'
import { WorkLine } from '#components/site/review-card.tsx'
import { inLanguage } from '#lib/languages/languages.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
import styles from './cover.module.css'

/** The review that leads the front page, as a cover: its picture from edge to edge, and the number as the signature. */
export function Cover({ review, place }: { review: ReviewCard; place: Place }) {
  const written = inLanguage(review.language, place.language)
  return (
    <article className={styles.cover}>
      {review.picture && (
        <div className={styles.picture}>
          <Image picture={review.picture} sizes="(min-width: 56rem) 60vw, 100vw" isLead isDecoration />
        </div>
      )}
      <div className={styles.words}>
        <WorkLine review={review} />
        <h2 className={styles.title} {...written}>
          <a href={review.path} data-review-link="">
            {review.title}
          </a>
        </h2>
        <p className={styles.standfirst} {...written}>
          {review.standfirst}
        </p>
        <p className={styles.byline}>
          <Byline critics={review.critics} /> · <DateTime iso={review.publishedAt} place={place} />
        </p>
        <div className={styles.rating}>
          <Standing review={review} size="article" place={place} />
        </div>
      </div>
    </article>
  )
}
