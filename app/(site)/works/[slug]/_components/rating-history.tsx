import { Fragment } from 'react'
import type { Place } from '#components/review/byline.tsx'
import { RatingMark } from '#components/review/rating-mark.tsx'
import hidden from '#components/review/visually-hidden.module.css'
import { Block } from '#components/site/listing.tsx'
import { inLanguage } from '#lib/languages/languages.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
import { zonedIso } from '#lib/settings/dates.ts'
import { type ChangeOfMind, changesOfMind } from '#lib/works/changes-of-mind.ts'
import styles from './rating-history.module.css'

/** Where the publication has thought again: "3 → 4½, 2014 → 2026", and under it each score in order of time. Nothing where it has not. */
export function RatingHistory({ reviews, place }: { reviews: ReviewCard[]; place: Place }) {
  const changes = changesOfMind(reviews, place)
  if (changes.length === 0) return null
  return (
    <Block title="We thought again" id="history">
      {changes.map(change => (
        <Change key={change.reviews[0]?.id} change={change} place={place} />
      ))}
    </Block>
  )
}

function Change({ change: { reviews, scores, years, words }, place }: { change: ChangeOfMind; place: Place }) {
  return (
    <div className={styles.change}>
      <p className={styles.turn}>
        <span className={styles.way} aria-hidden="true">
          <Way steps={scores} />
        </span>
        <span className={hidden.hidden}>{words}</span>
        <span className={`${styles.way} ${styles.years}`} aria-hidden="true">
          <Way steps={years} />
        </span>
      </p>
      <ol className={styles.steps}>
        {reviews.map(review => {
          const at = zonedIso(review.publishedAt, place.timeZone)
          return (
            <li key={review.id}>
              <time dateTime={at}>{at.slice(0, 4)}</time>
              <RatingMark rating={review.rating} size="card" language={place.language} />
              <p className={styles.by}>
                <a href={review.path} {...inLanguage(review.language, place.language)}>
                  {review.title}
                </a>
                , {review.critics.map(critic => critic.name).join(' and ')}
              </p>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/** "3 → 4½", one after the other in the direction of reading: what stands between two numbers does not know which way to point. */
function Way({ steps }: { steps: string }) {
  return steps.split(' → ').map((step, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: steps of one text never change places
    <Fragment key={index}>
      {index > 0 && <span className={styles.arrow}> → </span>}
      <span dir="ltr">{step}</span>
    </Fragment>
  ))
}
