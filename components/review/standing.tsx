import type { ReviewCard } from '#lib/reviews/reviews.ts'
import { Badges } from './badges.tsx'
import type { Place } from './byline.tsx'
import { RatingMark } from './rating-mark.tsx'
import styles from './standing.module.css'

interface StandingProps {
  review: Pick<ReviewCard, 'rating' | 'kind' | 'badges'>
  size: 'card' | 'article' | 'poster'
  place: Place
}

/** The number with what belongs to it: that it is one so far, while the review is in progress, and the house's badges. */
export function Standing({ review: { rating, kind, badges }, size, place }: StandingProps) {
  return (
    <div className={`${styles.standing} ${styles[size]}`}>
      <div className={styles.score}>
        <RatingMark rating={rating} size={size} language={place.language} />
        {kind === 'in_progress' && rating && <p className={styles.soFar}>so far</p>}
      </div>
      <Badges badges={badges} />
    </div>
  )
}
