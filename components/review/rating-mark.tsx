import { rowLength, rowReach, tile } from '#lib/ratings/glyph-tile.ts'
import { glyphDrawing, isGlyphKey } from '#lib/ratings/glyphs.ts'
import { glyphRow, projection, type Rating, ratingSentence, ratingSentenceParts } from '#lib/ratings/ratings.ts'
import glyphStyles from './glyphs/glyphs.module.css'
import styles from './rating-mark.module.css'

interface RatingMarkProps {
  /** `null` is not scored, which is not zero. */
  rating: Rating | null
  /** On a card, at the head of a review, or as its last word. */
  size: 'card' | 'article' | 'poster'
}

/**
 * The publication's signature: what was counted, drawn and filled to the value, with the sentence beside it. The sentence is text and says
 * everything; the drawing is hidden from screen readers.
 */
export function RatingMark({ rating, size }: RatingMarkProps) {
  if (!rating) {
    return (
      <p className={`${styles.mark} ${styles[size]} ${styles.unscored}`}>
        <span className={styles.sentence}>Not scored</span>
      </p>
    )
  }
  const fills = glyphRow(rating)
  const { kind } = rating.scale
  if (fills) return <GlyphMark rating={rating} fills={fills} size={size} />
  if (kind === 'numeric') return <NumeralMark rating={rating} size={size} />
  return kind === 'letter' ? <LetterMark rating={rating} size={size} /> : <VerdictMark rating={rating} size={size} />
}

type MarkProps = { rating: Rating; size: RatingMarkProps['size'] }

/**
 * A row of the unit's glyph: "●●●●◐ Four and a half OS's out of five". Two bars, the value over the whole, seen through a mask of glyphs:
 * a listing of fifty ratings carries a file per unit instead of fifty times its outline.
 */
function GlyphMark({ rating, fills, size }: MarkProps & { fills: number[] }) {
  const key = rating.unit?.glyph ?? 'star'
  const length = rowLength(fills)
  return (
    <p className={`${styles.mark} ${styles[size]}`}>
      <svg className={`${styles.row} ${glyphStyles[isGlyphKey(key) ? key : 'circle']}`} viewBox={`0 0 ${length} ${tile.glyph}`} preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles.off} width={length} height={tile.glyph} />
        <rect className={styles.on} width={rowReach(fills, glyphDrawing(key).ink)} height={tile.glyph} />
      </svg>
      <span className={styles.sentence}>{ratingSentence(rating)}</span>
    </p>
  )
}

/** A numeral in an arc that is filled to the score: "8.4 out of 10". */
function NumeralMark({ rating, size }: MarkProps) {
  const { amount, rest } = ratingSentenceParts(rating)
  return (
    <p className={`${styles.mark} ${styles[size]} ${styles.numeral}`}>
      <Gauge share={projection(rating) / 100} />
      <span className={styles.sentence}>
        <span className={styles.amount}>{amount}</span> <span className={styles.rest}>{rest}</span>
      </span>
    </p>
  )
}

/** A letter in a ring that is as full as the letter is high: "B+". */
function LetterMark({ rating, size }: MarkProps) {
  return (
    <p className={`${styles.mark} ${styles[size]} ${styles.letter}`}>
      <Gauge share={projection(rating) / 100} />
      <span className={styles.sentence}>{ratingSentence(rating)}</span>
    </p>
  )
}

/** A stamp: "Recommended". */
function VerdictMark({ rating, size }: MarkProps) {
  const isBest = rating.value === rating.scale.max
  return (
    <p className={`${styles.mark} ${styles[size]} ${styles.stamp} ${isBest ? styles.yes : styles.no}`}>
      <span className={styles.sentence}>{ratingSentence(rating)}</span>
    </p>
  )
}

const circumference = 2 * Math.PI * 20

/** Three quarters of a circle, filled from the left. */
function Gauge({ share }: { share: number }) {
  const whole = circumference * 0.75
  return (
    <svg className={styles.gauge} viewBox="0 0 48 48" fill="none" aria-hidden="true">
      <g transform="rotate(135 24 24)" strokeWidth="5" strokeLinecap="round">
        <circle className={styles.track} cx="24" cy="24" r="20" strokeDasharray={`${whole} ${circumference}`} />
        {share > 0 && <circle className={styles.arc} cx="24" cy="24" r="20" strokeDasharray={`${whole * share} ${circumference}`} />}
      </g>
    </svg>
  )
}
