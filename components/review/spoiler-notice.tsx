import { hasSpoiler } from '#lib/prose/prose.ts'
import type { ReviewArticle } from '#lib/reviews/reviews.ts'
import styles from './spoiler-notice.module.css'

/** Before a text that gives much away: how much of it is covered, so that one can decide whether to read on. */
export function SpoilerNotice({ review }: { review: Pick<ReviewArticle, 'spoilers' | 'body' | 'work'> }) {
  if (review.spoilers !== 'major') return null
  const title = <cite>{review.work.title}</cite>
  return (
    <aside className={styles.notice} aria-label="Spoilers">
      <p>
        {hasSpoiler(review.body) ? (
          <>
            This review gives away much of {title}. The worst of it is covered, and stays so until you open it; if you
            would rather know nothing, the verdict above is safe.
          </>
        ) : (
          <>
            This review gives away much of {title}, and nothing in it is covered. The verdict above is safe; read on
            when you know the rest.
          </>
        )}
      </p>
    </aside>
  )
}
