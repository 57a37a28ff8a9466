import Link from 'next/link'
import { Badge } from '#components/ui/badge.tsx'
import type { DoubtedReview } from '#lib/names/desk-queries-report.ts'
import type { PlacedDoubt } from '#lib/names/report.ts'
import { acceptFromReportAction } from '../actions.ts'
import { NameButton } from './name-button.tsx'
import styles from './names.module.css'

/** Reviews with their doubts, each in its sentence. */
export function DoubtRows({ reviews, mayAccept }: { reviews: DoubtedReview[]; mayAccept: boolean }) {
  return (
    <div className={styles.reviews}>
      {reviews.map(({ id, title, work, isLive, doubts }) => (
        <section key={id} aria-labelledby={`review-${id}`} className={styles.review}>
          <h2 id={`review-${id}`}>
            <Link href={`/desk/reviews/${id}`} className={styles.title}>
              {title || 'Without a headline'}
            </Link>
          </h2>
          <p className={styles.facts}>
            <Badge tone={isLive ? 'good' : 'neutral'}>{isLive ? 'Live' : 'Draft'}</Badge>
            {work && <span>{work}</span>}
          </p>
          <ul className={styles.doubts}>
            {doubts.map((doubt, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same misspelling stands in a review twice
              <li key={`${doubt.text}-${index}`}>
                <Doubt reviewId={id} doubt={doubt} mayAccept={mayAccept} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Doubt({ reviewId, doubt, mayAccept }: { reviewId: string; doubt: PlacedDoubt; mayAccept: boolean }) {
  const { place, sentence, offset, text, suggestion, name, isAccent } = doubt
  const end = offset + text.length
  return (
    <>
      <p className={styles.sentence}>
        {sentence.slice(0, offset)}
        <mark className={styles.wrong}>{sentence.slice(offset, end)}</mark>
        {sentence.slice(end)}
      </p>
      <p className={styles.facts}>
        <span>
          <strong>{suggestion}</strong>
          {name !== suggestion && `, as in ${name}`}
          {isAccent && ', with its accents'}
        </span>
        {place !== 'Text' && <span>{place}</span>}
      </p>
      <div className={styles.actions}>
        <Link
          className={styles.go}
          href={`/desk/reviews/${reviewId}#name=${encodeURIComponent(text)}`}
          aria-label={`Go to it: “${text}”`}
        >
          Go to it
        </Link>
        {mayAccept && (
          <NameButton
            action={acceptFromReportAction}
            name="text"
            value={text}
            label={`It is right as it is: “${text}”`}
          >
            It is right as it is
          </NameButton>
        )}
      </div>
    </>
  )
}
