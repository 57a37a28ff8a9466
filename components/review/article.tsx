import type { ReactNode } from 'react'
import { readingMinutes } from '#lib/prose/prose.ts'
import { type ReviewArticle as Review, reviewKindName } from '#lib/reviews/reviews.ts'
import { kindName } from '#lib/works/works.ts'
import styles from './article.module.css'
import { Byline, DateTime, type Place } from './byline.tsx'
import { Figure } from './figure.tsx'
import { Prose } from './prose.tsx'
import { RatingMark } from './rating-mark.tsx'

const spoilerNotes = {
  none: null,
  mild: 'Gives away a little.',
  major: 'Gives much away, only inside the boxes that say so.',
}

/**
 * A review as its readers see it, on the site and in the desk's preview: what was reviewed, the verdict and the number within the
 * first screen, then the text, then the number again. `children` is what stands beneath: facts, opinions, related.
 */
export function ReviewArticle({ review, place, children }: { review: Review; place: Place; children?: ReactNode }) {
  return (
    <article className={styles.article}>
      <header className={styles.header}>
        <div className={styles.head}>
          <p className={styles.kicker}>
            <a href={review.section.path}>{review.section.name}</a>
            {kicker(review).map(words => (
              <span key={words}>{words}</span>
            ))}
            <WorkName work={review.work} />
          </p>
          <h1>{review.title}</h1>
          {review.standfirst && <p className={styles.standfirst}>{review.standfirst}</p>}
        </div>
        <div className={styles.judgement}>
          <RatingMark rating={review.rating} size="article" />
          <p className={styles.verdict}>{review.verdict}</p>
        </div>
        <Signature review={review} place={place} />
      </header>
      {review.picture && (
        <div className={styles.picture}>
          <Figure picture={review.picture} sizes="(min-width: 78rem) 72rem, 100vw" isLead />
        </div>
      )}
      <Prose prose={review.body} pictures={review.pictures} mentions={review.mentions} />
      <footer className={styles.end}>
        <RatingMark rating={review.rating} size="poster" />
        <p className={styles.verdict}>{review.verdict}</p>
      </footer>
      {children}
    </article>
  )
}

/** The kind of work where the section does not say it already, and the kind of review where it is not the usual one. */
function kicker({ section, work, kind }: Review): string[] {
  const names = [kindName(work.kind), kindName(work.kind, 2)]
  return [...(names.includes(section.name) ? [] : [kindName(work.kind)]), ...(kind === 'full' ? [] : [reviewKindName(kind)])]
}

function WorkName({ work }: { work: Review['work'] }) {
  const name = (
    <>
      <cite>{work.title}</cite>
      {work.year && ` (${work.year})`}
    </>
  )
  return <span>{work.path ? <a href={work.path}>{name}</a> : name}</span>
}

function Signature({ review, place }: { review: Review; place: Place }) {
  const isUpdated = review.modifiedAt.slice(0, 10) !== review.publishedAt.slice(0, 10)
  return (
    <div className={styles.signature}>
      <p>
        <Byline critics={review.critics} />
      </p>
      <p>
        Published <DateTime iso={review.publishedAt} place={place} />
      </p>
      {isUpdated && (
        <p>
          Updated <DateTime iso={review.modifiedAt} place={place} />
        </p>
      )}
      <p>{readingMinutes(review.wordCount)} min read</p>
      {spoilerNotes[review.spoilers] && <p>{spoilerNotes[review.spoilers]}</p>}
    </div>
  )
}
