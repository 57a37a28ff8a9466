import { Byline, DateTime, type Place } from '#components/review/byline.tsx'
import { Image } from '#components/review/figure.tsx'
import { Standing } from '#components/review/standing.tsx'
import { WorkLine } from '#components/site/review-card.tsx'
import { inLanguage } from '#lib/languages/languages.ts'
import { countFigure } from '#lib/ratings/ratings.ts'
import { type Asked, queryOf } from '#lib/search/address.ts'
import type { SearchPage } from '#lib/search/published.ts'
import type { FoundReview, Run } from '#lib/search/search.ts'
import styles from './search.module.css'

/** The reviews that were found, with what was looked for marked where it stands. */
export function Results({ found, asked, place }: { found: SearchPage; asked: Asked; place: Place }) {
  const { total, page, pages, instead, isCorrected } = found
  return (
    <section className={styles.results} aria-labelledby="count">
      <h2 id="count">
        {total === 1 ? 'One review' : `${countFigure(total, place.language)} reviews`}
        {pages > 1 && `, page ${countFigure(page, place.language)} of ${countFigure(pages, place.language)}`}
      </h2>
      {instead && (
        <p className={styles.instead}>
          {isCorrected ? (
            <>
              Nothing has “{asked.typed}” in it as typed. These have <strong>{instead}</strong>.
            </>
          ) : (
            <>
              Did you mean <a href={`/search${queryOf({ ...asked, typed: instead })}`}>{instead}</a>?
            </>
          )}
        </p>
      )}
      <div className={styles.list}>
        {found.reviews.map(result => (
          <Result key={result.review.id} result={result} place={place} />
        ))}
      </div>
    </section>
  )
}

function Result({ result: { review, headline, snippet }, place }: { result: FoundReview; place: Place }) {
  const written = inLanguage(review.language, place.language)
  return (
    <article className={styles.result}>
      {review.picture && (
        <div className={styles.picture}>
          <Image picture={review.picture} sizes="(min-width: 42rem) 9rem, 5.5rem" ratio="1:1" isDecoration />
        </div>
      )}
      <div>
        <WorkLine review={review} />
        <h3 className={styles.title} {...written}>
          <a href={review.path} data-review-link="">
            <Marked runs={headline} />
          </a>
        </h3>
        <p className={styles.snippet} {...written}>
          <Marked runs={snippet} />
        </p>
        <div className={styles.rating}>
          <Standing review={review} size="card" place={place} />
        </div>
        <p className={styles.byline}>
          <Byline critics={review.critics} /> · <DateTime iso={review.publishedAt} place={place} />
        </p>
      </div>
    </article>
  )
}

function Marked({ runs }: { runs: Run[] }) {
  return runs.map((run, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: runs of one text never change places
    run.isHit ? <mark key={index}>{run.text}</mark> : run.text,
  )
}
