'use client'
import { useState } from 'react'
import type { Elsewhere } from '#lib/elsewhere/elsewhere.ts'
import type { ReviewHead } from '#lib/markup/head.ts'
import { cardPath, cardSize, type Picture } from '#lib/media/pictures.ts'
import styles from './elsewhere.module.css'

/** A link as most places unfold it: the still of the page, its name and its description. */
export function SharedLink({ head, picture }: { head: ReviewHead; picture: Picture | null }) {
  return (
    <figure className={styles.card}>
      <figcaption>The still, in most places</figcaption>
      <div className={styles.shared}>
        {picture ? (
          <img src={cardPath(picture)} {...cardSize} alt={picture.alt} />
        ) : (
          <p className={styles.noPicture}>No picture</p>
        )}
        <div className={styles.sharedWords} dir="auto">
          <p className={styles.host}>{new URL(head.url).host}</p>
          <p className={styles.sharedTitle}>{head.title}</p>
          <p className={styles.sharedText}>{head.description}</p>
        </div>
      </div>
    </figure>
  )
}

/** The drawn verdict card, where a place asks for one. */
export function DrawnCard({ reviewId, card, head }: { reviewId: string; card: Elsewhere['card']; head: ReviewHead }) {
  const [failed, setFailed] = useState('')
  return (
    <figure className={styles.card}>
      <figcaption>The verdict, drawn</figcaption>
      <div className={styles.shared}>
        {failed === card.key ? (
          <p className={styles.noPicture}>The card could not be drawn. It is tried again after the next save.</p>
        ) : (
          <img
            src={`/api/desk/reviews/${reviewId}/card?${card.key}`}
            width={1200}
            height={630}
            alt={card.alt}
            onError={() => setFailed(card.key)}
          />
        )}
        <div className={styles.sharedWords} dir="auto">
          <p className={styles.host}>{new URL(head.url).host}</p>
          <p className={styles.sharedTitle}>{head.title}</p>
        </div>
      </div>
    </figure>
  )
}
