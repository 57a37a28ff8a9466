import { Byline, DateTime, type Place } from '#components/review/byline.tsx'
import { Image } from '#components/review/figure.tsx'
import { Standing } from '#components/review/standing.tsx'
import { inLanguage } from '#lib/languages/languages.ts'
import { type ReviewCard as Card, reviewKindName } from '#lib/reviews/reviews.ts'
import { kindName } from '#lib/works/works.ts'
import styles from './review-card.module.css'

interface CardProps {
  review: Card
  place: Place
  /** `large` and `feature` stand in a grid, `row` in a list, `line` is one without a picture. */
  shape?: 'large' | 'feature' | 'row' | 'line'
  /** What stands above the title instead of the kind of work, such as why it is here. */
  note?: string
  /** The level of its headline on this page. */
  level?: 2 | 3
}

const sizes = {
  large: '(min-width: 60rem) 40rem, 100vw',
  feature: '(min-width: 60rem) 24rem, (min-width: 42rem) 50vw, 100vw',
  row: '(min-width: 42rem) 12rem, 30vw',
}

/** A review on a page that lists several: what it is about, what it says in a line, and the number. */
export function ReviewCard({ review, place, shape = 'feature', note, level = 3 }: CardProps) {
  const Heading = `h${level}` as const
  const written = inLanguage(review.language, place.language)
  return (
    <article className={`${styles.card} ${styles[shape]}`}>
      {review.picture && shape !== 'line' && (
        <div className={styles.picture}>
          <Image picture={review.picture} sizes={sizes[shape]} ratio={shape === 'row' ? '1:1' : '16:9'} isDecoration />
        </div>
      )}
      <div className={styles.words}>
        <WorkLine review={review} note={note} />
        <Heading className={styles.title} {...written}>
          <a href={review.path} data-review-link="">
            {review.title}
          </a>
        </Heading>
        {shape === 'large' && review.pullQuote && (
          <blockquote className={styles.quote} {...written}>
            {review.pullQuote}
          </blockquote>
        )}
        {shape !== 'line' && (
          <p className={styles.verdict} {...written}>
            {review.verdict}
          </p>
        )}
        <div className={styles.rating}>
          <Standing review={review} size="card" place={place} />
        </div>
        {shape !== 'line' && (
          <p className={styles.byline}>
            <Byline critics={review.critics} /> · <DateTime iso={review.publishedAt} place={place} />
          </p>
        )}
      </div>
    </article>
  )
}

/** "Film · Review in progress · Her (2013)" */
export function WorkLine({ review: { work, kind }, note }: { review: Card; note?: string }) {
  return (
    <p className={styles.kicker}>
      {note ?? kindName(work.kind)}
      {kind !== 'full' && ` · ${reviewKindName(kind)}`}
      {' · '}
      <cite>
        <bdi>{work.title}</bdi>
      </cite>
      {work.year ? ` (${work.year})` : ''}
    </p>
  )
}
