import { disclosureText } from '#lib/reviews/disclosures.ts'
import type { ReviewArticle } from '#lib/reviews/reviews.ts'
import styles from './disclosure-note.module.css'

type Disclosed = Pick<ReviewArticle, 'disclosures' | 'disclosureNote' | 'sponsored'>

/** What was given to us, before the text and so before any link in it that earns us something. */
export function DisclosureNote({ review }: { review: Disclosed }) {
  const text = disclosureText(review)
  if (text === '') return null
  return (
    <aside className={styles.disclosure} aria-label="Disclosure">
      <p>
        <strong>Disclosure:</strong> {text}
      </p>
    </aside>
  )
}
