import { inLanguage, type TextLanguage } from '#lib/languages/languages.ts'
import type { ReviewArticle } from '#lib/reviews/reviews.ts'
import { AspectTable } from './aspect-table.tsx'
import styles from './at-a-glance.module.css'
import type { Place } from './byline.tsx'

/** What the review comes to, for whoever compares: what is said for it, what against it, and its sides by themselves. */
export function AtAGlance({ review, place }: { review: ReviewArticle; place: Place }) {
  const { pros, cons, aspects, rating } = review
  const written = inLanguage(review.language, place.language)
  const hasAspects = aspects.length > 0 && rating !== null
  if (pros.length + cons.length === 0 && !hasAspects) return null
  return (
    <section className={styles.glance} aria-label="At a glance">
      {(pros.length > 0 || cons.length > 0) && (
        <div className={styles.points}>
          <Points title="For" points={pros} className={styles.for} written={written} />
          <Points title="Against" points={cons} className={styles.against} written={written} />
        </div>
      )}
      {hasAspects && <AspectTable aspects={aspects} scale={rating.scale} language={place.language} written={written} />}
    </section>
  )
}

interface PointsProps {
  title: string
  points: string[]
  className: string | undefined
  written: Partial<TextLanguage>
}

function Points({ title, points, className, written }: PointsProps) {
  if (points.length === 0) return null
  return (
    <div className={className}>
      <h2>{title}</h2>
      <ul {...written}>
        {points.map(point => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  )
}
