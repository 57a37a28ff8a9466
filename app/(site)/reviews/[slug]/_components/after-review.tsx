import type { Place } from '#components/review/byline.tsx'
import { Credits } from '#components/review/credits.tsx'
import { Block, Grid } from '#components/site/listing.tsx'
import { ReviewCard } from '#components/site/review-card.tsx'
import type { ReviewArticle } from '#lib/reviews/reviews.ts'
import styles from './after-review.module.css'

/** What stands under a review: the facts of the work, other opinions on it, and where to go from here. */
export function AfterReview({ review, place }: { review: ReviewArticle; place: Place }) {
  const { work, credits, seen, topics, rereviewOf, rereviews, opinions, related } = review
  return (
    <>
      <section className={styles.facts} aria-labelledby="facts">
        <h2 id="facts">
          <cite>{work.path ? <a href={work.path}>{work.title}</a> : work.title}</cite>
          {work.year && ` (${work.year})`}
        </h2>
        <Credits lines={credits} />
        {seen && (
          <p className={styles.seen}>
            <span>How we came to it</span> {seen}
          </p>
        )}
        {topics.length > 0 && (
          <ul className={styles.topics} aria-label="Topics">
            {topics.map(topic => (
              <li key={topic.id}>
                <a href={topic.path}>{topic.name}</a>
              </li>
            ))}
          </ul>
        )}
      </section>
      {rereviewOf && (
        <Block title="What we thought the first time" id="earlier">
          <Grid reviews={[rereviewOf]} place={place} shape="row" />
        </Block>
      )}
      {rereviews.length > 0 && (
        <Block title="We have thought again" id="later">
          <Grid reviews={rereviews} place={place} shape="row" />
        </Block>
      )}
      {opinions.length > 0 && (
        <Block title={opinions.length === 1 ? 'A second opinion' : 'Other opinions'} id="opinions">
          <Grid reviews={opinions} place={place} shape="row" />
        </Block>
      )}
      {related.length > 0 && (
        <Block title="From here" id="related">
          <div className={styles.related}>
            {related.map(entry => (
              <ReviewCard key={entry.review.id} review={entry.review} place={place} note={entry.reason} />
            ))}
          </div>
        </Block>
      )}
    </>
  )
}
