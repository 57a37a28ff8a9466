import type { Place } from '#components/review/byline.tsx'
import { Credits } from '#components/review/credits.tsx'
import { PartOf } from '#components/site/part-of.tsx'
import { WorkFacts } from '#components/site/work-facts.tsx'
import { cardPathOf } from '#lib/cards/cards.ts'
import type { ReviewArticle } from '#lib/reviews/reviews.ts'
import { seenLine } from '#lib/reviews/seen.ts'
import type { SeriesLink } from '#lib/series/series.ts'
import type { WorkFacts as Facts } from '#lib/works/published-facts.ts'
import styles from './about-the-work.module.css'

interface AboutTheWorkProps {
  review: ReviewArticle
  facts: Facts | null
  series?: SeriesLink[]
  place: Place
  /** A draft has no card that could be shared. */
  isLive?: boolean
}

function slugOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The facts of what was reviewed: what it is, who made it, how we came to it, what it is about. */
export function AboutTheWork({ review, facts, series = [], place, isLive = false }: AboutTheWorkProps) {
  const { work, credits, topics } = review
  const seen = seenLine(review, work.kind)
  return (
    <section className={styles.facts} aria-labelledby="facts">
      <h2 id="facts">{work.path ? <a href={work.path}>{work.title}</a> : work.title}</h2>
      {facts && <WorkFacts facts={facts} language={place.language} />}
      <Credits lines={credits} />
      <PartOf series={series} />
      {seen && (
        <p className={styles.seen}>
          <span>How we came to it</span> {seen}
        </p>
      )}
      {isLive && (
        <p className={styles.seen}>
          <span>To share</span>{' '}
          <a href={cardPathOf(slugOf(review.path))} download>
            The verdict as a card
          </a>
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
  )
}
