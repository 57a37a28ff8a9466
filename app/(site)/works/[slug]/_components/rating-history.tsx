import type { Place } from '#components/review/byline.tsx'
import { RatingMark } from '#components/review/rating-mark.tsx'
import { Block } from '#components/site/listing.tsx'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
import { zonedIso } from '#lib/settings/dates.ts'
import styles from './work.module.css'

/** How the publication's mind has changed: each score in order of time, with who gave it. Nothing where there is one. */
export function RatingHistory({ reviews, place }: { reviews: ReviewCard[]; place: Place }) {
  const scored = reviews.filter(review => review.rating).toSorted((a, b) => a.publishedAt.localeCompare(b.publishedAt))
  if (scored.length < 2) return null
  return (
    <Block title="How we scored it" id="history">
      <ol className={styles.history}>
        {scored.map(review => {
          const at = zonedIso(review.publishedAt, place.timeZone)
          return (
            <li key={review.id}>
              <div>
                <time dateTime={at}>{at.slice(0, 4)}</time>
                <RatingMark rating={review.rating} size="card" />
                <p className={styles.by}>
                  <a href={review.path}>{review.title}</a>, {review.critics.map(critic => critic.name).join(' and ')}
                </p>
              </div>
            </li>
          )
        })}
      </ol>
    </Block>
  )
}
