import styles from '#app/(site)/_components/cards.module.css'
import type { Place } from '#components/review/byline.tsx'
import { Block, Grid } from '#components/site/listing.tsx'
import { ReviewCard } from '#components/site/review-card.tsx'
import type { ReviewArticle } from '#lib/reviews/reviews.ts'

/** What stands under a review: earlier and later thoughts, other opinions on the work, and where to go from here. */
export function AfterReview({ review, place }: { review: ReviewArticle; place: Place }) {
  const { rereviewOf, rereviews, opinions, related } = review
  return (
    <>
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
          <div className={styles.three}>
            {related.map(entry => (
              <ReviewCard key={entry.review.id} review={entry.review} place={place} note={entry.reason} />
            ))}
          </div>
        </Block>
      )}
    </>
  )
}
