import { shortRating } from '#lib/ratings/ratings.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
import styles from './scoring.module.css'

/** Live reviews that show what is meant, by the names of their works. */
export function Examples({ reviews, language }: { reviews: ReviewCard[]; language: string }) {
  if (reviews.length === 0) return null
  return (
    <ul className={styles.examples}>
      {reviews.map(review => (
        <li key={review.id}>
          <a href={review.path}>
            <cite>{review.work.title}</cite>
          </a>
          {review.rating && review.rating.scale.kind !== 'verdict' && (
            <span className={styles.score}> {shortRating(review.rating, language)}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
