import type { Place } from '#components/review/byline.tsx'
import { ReviewCard } from '#components/site/review-card.tsx'
import type { ReviewCard as Card, Link } from '#lib/reviews/reviews.ts'
import styles from './home.module.css'

/** A section on the front page: its newest review with a picture, the next ones in a line each. */
export function SectionFront({ section, reviews, place }: { section: Link; reviews: Card[]; place: Place }) {
  const id = `section-${section.id}`
  return (
    <section className={styles.front} aria-labelledby={id}>
      <h2 id={id}>
        <a href={section.path}>{section.name}</a>
      </h2>
      {reviews.map((review, index) => (
        <ReviewCard key={review.id} review={review} place={place} shape={index === 0 ? 'feature' : 'line'} />
      ))}
    </section>
  )
}
