import type { Place } from '#components/review/byline.tsx'
import { Block } from '#components/site/listing.tsx'
import { ReviewCard } from '#components/site/review-card.tsx'
import type { FrontPart, Home } from '#lib/reviews/published-home.ts'
import type { ReviewCard as Card } from '#lib/reviews/reviews.ts'
import { Cover } from './cover.tsx'
import styles from './home.module.css'
import { ListCards } from './list-cards.tsx'
import { SectionFront } from './section-front.tsx'

/** The front page: its cover, and the parts that the house has chosen below it. */
export function Front({ home: { lead, parts }, name, place }: { home: Home; name: string; place: Place }) {
  return (
    <>
      <h1 className={styles.title} data-front="">
        {name}
      </h1>
      {lead && <Cover review={lead} place={place} />}
      {!lead && parts.length === 0 && <p className={styles.empty}>Nothing has been published yet. Come back soon.</p>}
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a page do not change their places while it is looked at
        <Part key={index} part={part} number={index} place={place} />
      ))}
    </>
  )
}

function Part({ part, number, place }: { part: FrontPart; number: number; place: Place }) {
  if (part.form === 'latest') return <Latest reviews={part.reviews} place={place} />
  if (part.form === 'fronts')
    return (
      <div className={styles.fronts}>
        {part.fronts.map(({ section, reviews }) => (
          <SectionFront key={section.id} section={section} reviews={reviews} place={place} />
        ))}
      </div>
    )
  return (
    <div className={styles.lists}>
      <Block title="Lists" id={`lists-${number}`} more={{ path: '/lists', label: 'All lists' }}>
        <ListCards lists={part.lists} place={place} />
      </Block>
    </div>
  )
}

function Latest({ reviews: [first, second, ...others], place }: { reviews: Card[]; place: Place }) {
  return (
    <Block title="Latest" id="latest" more={{ path: '/reviews', label: 'All reviews' }}>
      <div className={styles.latest}>
        <div className={styles.rows}>
          {first && <ReviewCard review={first} place={place} shape="large" />}
          {second && <ReviewCard review={second} place={place} shape="row" />}
        </div>
        <div className={styles.rows}>
          {others.map(review => (
            <ReviewCard key={review.id} review={review} place={place} shape="row" />
          ))}
        </div>
      </div>
    </Block>
  )
}
