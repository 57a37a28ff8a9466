import { Byline, DateTime, type Place } from '#components/review/byline.tsx'
import { Image } from '#components/review/figure.tsx'
import { RatingMark } from '#components/review/rating-mark.tsx'
import { inLanguage } from '#lib/languages/languages.ts'
import type { TopPage } from '#lib/top/published.ts'
import { kindName } from '#lib/works/works.ts'
import styles from './top.module.css'

/** Works by their score. The list is not numbered by itself: works with the same score share a rank, which each says. */
export function TopList({ works, place }: { works: TopPage['works']; place: Place }) {
  return (
    <ol className={styles.works}>
      {works.map(({ rank, isTied, review }) => (
        <li key={review.id}>
          <p className={styles.rank}>
            {rank}
            {isTied && <span>joint</span>}
          </p>
          <div className={styles.picture}>
            {review.picture && <Image picture={review.picture} sizes="(min-width: 42rem) 9rem, 22vw" isDecoration />}
          </div>
          <div className={styles.work}>
            <h3>
              <a href={review.path}>
                <cite>{review.work.title}</cite>
              </a>
            </h3>
            <p className={styles.facts}>
              {kindName(review.work.kind)}
              {review.work.year !== null && `, ${review.work.year}`}
            </p>
            <p className={styles.verdict} {...inLanguage(review.language, place.language)}>
              {review.verdict}
            </p>
            <p className={styles.facts}>
              <Byline critics={review.critics} /> · <DateTime iso={review.publishedAt} place={place} />
            </p>
          </div>
          <div className={styles.rating}>
            <RatingMark rating={review.rating} size="card" language={place.language} />
          </div>
        </li>
      ))}
    </ol>
  )
}
