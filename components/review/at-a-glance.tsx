import type { ReviewArticle } from '#lib/reviews/reviews.ts'
import { AspectTable } from './aspect-table.tsx'
import styles from './at-a-glance.module.css'

/** What the review comes to, for whoever compares: what is said for it, what against it, and its sides by themselves. */
export function AtAGlance({ review: { pros, cons, aspects, rating } }: { review: ReviewArticle }) {
  const hasAspects = aspects.length > 0 && rating !== null
  if (pros.length + cons.length === 0 && !hasAspects) return null
  return (
    <section className={styles.glance} aria-label="At a glance">
      {(pros.length > 0 || cons.length > 0) && (
        <div className={styles.points}>
          <Points title="For" points={pros} className={styles.for} />
          <Points title="Against" points={cons} className={styles.against} />
        </div>
      )}
      {hasAspects && <AspectTable aspects={aspects} scale={rating.scale} />}
    </section>
  )
}

function Points({ title, points, className }: { title: string; points: string[]; className: string | undefined }) {
  if (points.length === 0) return null
  return (
    <div className={className}>
      <h2>{title}</h2>
      <ul>
        {points.map(point => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  )
}
