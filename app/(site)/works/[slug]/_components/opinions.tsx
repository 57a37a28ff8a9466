import type { Place } from '#components/review/byline.tsx'
import { RatingMark } from '#components/review/rating-mark.tsx'
import { Block } from '#components/site/listing.tsx'
import { inLanguage } from '#lib/languages/languages.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
import { spreadOf } from '#lib/works/spread.ts'
import styles from './opinions.module.css'

/** Where several of our critics have spoken: how far apart they are, and each with their own number. Nothing where one has. */
export function Opinions({ reviews, place }: { reviews: ReviewCard[]; place: Place }) {
  const spread = spreadOf(reviews, place.language)
  if (!spread) return null
  return (
    <Block title="What each of us gave it" id="opinions">
      <p className={styles.summary}>{spread.summary}.</p>
      <ol className={styles.rows}>
        {spread.standing.map(review => (
          <li key={review.id}>
            <p className={styles.who}>
              <a href={review.path}>{review.critics.map(critic => critic.name).join(' and ')}</a>
            </p>
            <RatingMark rating={review.rating} size="card" language={place.language} />
            <p className={styles.verdict} {...inLanguage(review.language, place.language)}>
              {review.verdict}
            </p>
          </li>
        ))}
      </ol>
    </Block>
  )
}
