import { Byline, DateTime, type Place } from '#components/review/byline.tsx'
import { Image } from '#components/review/figure.tsx'
import { RatingMark } from '#components/review/rating-mark.tsx'
import type { ReviewCard as Card } from '#lib/reviews/reviews.ts'
import { kindName } from '#lib/works/works.ts'
import styles from './review-card.module.css'

interface CardProps {
  review: Card
  place: Place
  /** `cover` leads a page, `feature` stands in a grid, `row` in a list, `line` without a picture. */
  shape?: 'cover' | 'feature' | 'row' | 'line'
  /** A line above, such as why it is here. */
  note?: string
  /** The level of its headline on this page. */
  level?: 2 | 3
  isLead?: boolean
}

const sizes = {
  cover: '(min-width: 60rem) 46rem, 100vw',
  feature: '(min-width: 60rem) 24rem, (min-width: 36rem) 50vw, 100vw',
  row: '(min-width: 36rem) 12rem, 30vw',
}

/** A review on a page that lists several: what it is about, what it says in a line, and the number. */
export function ReviewCard({ review, place, shape = 'feature', note, level = 3, isLead = false }: CardProps) {
  const Heading = `h${level}` as const
  const year = review.work.year ? ` (${review.work.year})` : ''
  return (
    <article className={`${styles.card} ${styles[shape]}`}>
      {review.picture && shape !== 'line' && (
        <div className={styles.picture}>
          <Image picture={review.picture} sizes={sizes[shape]} isLead={isLead} isDecoration />
        </div>
      )}
      <div className={styles.words}>
        <p className={styles.kicker}>
          {note ?? kindName(review.work.kind)}
          {' · '}
          <cite>{review.work.title}</cite>
          {year}
        </p>
        <Heading className={styles.title}>
          <a href={review.path} data-review-link="">
            {review.title}
          </a>
        </Heading>
        {shape === 'cover' ? <p className={styles.standfirst}>{review.standfirst}</p> : shape !== 'line' && <p className={styles.standfirst}>{review.verdict}</p>}
        <div className={styles.rating}>
          <RatingMark rating={review.rating} size={shape === 'cover' ? 'article' : 'card'} />
        </div>
        <p className={styles.byline}>
          <Byline critics={review.critics} /> · <DateTime iso={review.publishedAt} place={place} />
        </p>
      </div>
    </article>
  )
}
