import type { ReactNode } from 'react'
import type { Place } from '#components/review/byline.tsx'
import { countFigure } from '#lib/ratings/ratings.ts'
import type { ReviewCard as Card, ReviewList } from '#lib/reviews/reviews.ts'
import styles from './listing.module.css'
import { Pagination } from './pagination.tsx'
import { ReviewCard } from './review-card.tsx'

interface PageHeadProps {
  kicker?: ReactNode
  title: ReactNode
  /** What stands at the other side on a wide screen: an emblem, a picture. */
  beside?: ReactNode
  children?: ReactNode
}

/** A page's name and what stands under it, on a band of its own. */
export function PageHead({ kicker, title, beside, children }: PageHeadProps) {
  return (
    <header className={styles.band}>
      <div className={styles.head}>
        {kicker && <p className={styles.kicker}>{kicker}</p>}
        <h1>{title}</h1>
        {children}
      </div>
      {beside && <div className={styles.beside}>{beside}</div>}
    </header>
  )
}

interface BlockProps {
  title: ReactNode
  id: string
  more?: { path: string; label: string }
  /** A line at the other end of the heading: a count. */
  aside?: ReactNode
  children: ReactNode
}

/** A heading with what belongs under it. */
export function Block({ title, id, more, aside, children }: BlockProps) {
  return (
    <section className={styles.block} aria-labelledby={id}>
      <div className={styles.blockHead}>
        <h2 id={id}>{title}</h2>
        {aside && <p className={styles.aside}>{aside}</p>}
        {more && <a href={more.path}>{more.label}</a>}
      </div>
      {children}
    </section>
  )
}

/** Reviews side by side. */
export function Grid({
  reviews,
  place,
  shape = 'feature',
}: {
  reviews: Card[]
  place: Place
  shape?: 'feature' | 'row'
}) {
  return (
    <div className={`${styles.grid} ${styles[shape]}`}>
      {reviews.map(review => (
        <ReviewCard key={review.id} review={review} place={place} shape={shape} />
      ))}
    </div>
  )
}

/** One page of reviews with how many there are, and the way to the others. `path` carries the filters, without the page. */
export function Listing({ list, place, path }: { list: ReviewList; place: Place; path: string }) {
  const { reviews, total, page, pages } = list
  return (
    <section className={styles.listing} aria-labelledby="count">
      <h2 className={styles.count} id="count">
        {total === 1 ? 'One review' : `${countFigure(total, place.language)} reviews`}
        {pages > 1 && `, page ${countFigure(page, place.language)} of ${countFigure(pages, place.language)}`}
      </h2>
      {total === 0 ? (
        <p className={styles.nothing}>Nothing fits. Take a filter away, and something will.</p>
      ) : (
        <Grid reviews={reviews} place={place} />
      )}
      <Pagination page={page} pages={pages} path={path} />
    </section>
  )
}
