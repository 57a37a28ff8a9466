import type { ReviewCard } from '#lib/reviews/reviews.ts'
import { Badges } from './badges.tsx'
import { RatingMark } from './rating-mark.tsx'
import styles from './standing.module.css'

interface StandingProps {
  review: Pick<ReviewCard, 'rating' | 'kind' | 'badges'>
  size: 'card' | 'article' | 'poster'
}

/** The number with what belongs to it: that it is one so far, while the review is in progress, and the house's badges. */
export function Standing({ review: { rating, kind, badges }, size }: StandingProps) {
  return (
    <div className={`${styles.standing} ${styles[size]}`}>
      <div className={styles.score}>
        <RatingMark rating={rating} size={size} />
        {kind === 'in_progress' && rating && <p className={styles.soFar}>so far</p>}
      </div>
      <Badges badges={badges} />
    </div>
  )
}
