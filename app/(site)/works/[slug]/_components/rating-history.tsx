import { DateTime, type Place } from '#components/review/byline.tsx'
import { Block } from '#components/site/listing.tsx'
import { ratingSentence } from '#lib/ratings/ratings.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
import styles from './work.module.css'

/** How the publication's mind has changed: each score in order of time, with who gave it. Nothing where there is one. */
export function RatingHistory({ reviews, place }: { reviews: ReviewCard[]; place: Place }) {
  const scored = reviews.filter(review => review.rating).toSorted((a, b) => a.publishedAt.localeCompare(b.publishedAt))
  if (scored.length < 2) return null
  return (
    <Block title="How we scored it" id="history">
      <ol className={styles.history}>
        {scored.map(review => (
          <li key={review.id}>
            <span className={styles.when}>
              <DateTime iso={review.publishedAt} place={place} />
            </span>
            <span>
              <strong>{review.rating && ratingSentence(review.rating)}</strong>
              {', '}
              <a href={review.path}>{review.critics.map(critic => critic.name).join(' and ')}</a>
            </span>
          </li>
        ))}
      </ol>
    </Block>
  )
}
