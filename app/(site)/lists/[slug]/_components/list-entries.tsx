import { Byline, type Place } from '#components/review/byline.tsx'
import { Image } from '#components/review/figure.tsx'
import { RatingMark } from '#components/review/rating-mark.tsx'
import { inLanguage } from '#lib/languages/languages.ts'
import type { ListPage } from '#lib/lists/published.ts'
import { kindName } from '#lib/works/works.ts'
import styles from './list.module.css'

interface ListEntriesProps {
  entries: ListPage['entries']
  isRanked: boolean
  place: Place
}

/** Works with the reason why they stand here, as a magazine sets them: the picture, the number, the note, and the way to the review. */
export function ListEntries({ entries, isRanked, place }: ListEntriesProps) {
  const List = isRanked ? 'ol' : 'ul'
  return (
    <List className={styles.entries} {...(isRanked && { start: entries[0]?.rank })}>
      {entries.map(({ rank, note, review }) => (
        <li key={review.work.id}>
          {review.picture && (
            <div className={styles.picture}>
              <Image
                picture={review.picture}
                sizes={rank === 1 ? '(min-width: 60rem) 40rem, 100vw' : '(min-width: 60rem) 26rem, 100vw'}
                isDecoration
              />
            </div>
          )}
          <div className={styles.words}>
            {isRanked && (
              <p className={styles.rank} aria-hidden="true">
                {rank}
              </p>
            )}
            <h2>
              <cite>{review.work.title}</cite>
            </h2>
            <p className={styles.facts}>
              {kindName(review.work.kind)}
              {review.work.year !== null && `, ${review.work.year}`}
            </p>
            {note && <p className={styles.note}>{note}</p>}
            <div className={styles.rating}>
              <RatingMark rating={review.rating} size="card" language={place.language} />
            </div>
            <p className={styles.more}>
              Our review:{' '}
              <a href={review.path} {...inLanguage(review.language, place.language)}>
                {review.title}
              </a>
              . <Byline critics={review.critics} />
            </p>
          </div>
        </li>
      ))}
    </List>
  )
}
