import { rowLength, rowReach, tile } from '#lib/ratings/glyph-tile.ts'
import { isGlyphKey } from '#lib/ratings/glyphs.ts'
import { glyphInk, ownGlyphPath } from '#lib/ratings/own-glyphs.ts'
import {
  figure,
  glyphRow,
  type Rating,
  type RatingUnit,
  ratingLabel,
  ratingSentence,
  ratingSentenceParts,
  shareOf,
} from '#lib/ratings/ratings.ts'
import { EmptyDial, Gauge, Seal } from './dial.tsx'
import { Seen } from './glyph.tsx'
import glyphStyles from './glyphs/glyphs.module.css'
import styles from './rating-mark.module.css'
import hidden from './visually-hidden.module.css'

interface RatingMarkProps {
  /** `null` is not scored, which is not zero. */
  rating: Rating | null
  /** On a card, at the head of a review, or as its last word. */
  size: 'card' | 'article' | 'poster'
  /** How figures are written: the publication's, for readers. */
  language?: string
}

/**
 * The publication's signature: what was counted, drawn and filled to the value, with the sentence beside it. The sentence is text and says
 * everything; the drawing is hidden from screen readers.
 */
export function RatingMark({ rating, size, language }: RatingMarkProps) {
  const [form, content] = draw(rating, language)
  return <p className={`${styles.mark} ${styles[size]} ${form}`}>{content}</p>
}

function draw(rating: Rating | null, language?: string) {
  if (rating === null) return [styles.unscored, <Unscored key="mark" />]
  const { scale, unit } = rating
  if (scale.kind === 'letter') return [styles.letter, <Letter key="mark" rating={rating} />]
  if (scale.kind === 'verdict') return [styles.verdict, <Verdict key="mark" rating={rating} />]
  const fills = glyphRow(rating)
  if (fills && unit)
    return [styles.glyphs, <Glyphs key="mark" rating={rating} unit={unit} fills={fills} language={language} />]
  return [styles.numeral, <Numeral key="mark" rating={rating} language={language} />]
}

/**
 * A row of the unit's glyph: "●●●●◐ Four and a half OS's out of five". Two bars, the value over the whole, seen through a mask of glyphs:
 * a listing of fifty ratings carries a file per unit instead of fifty times its outline.
 */
function Glyphs({
  rating,
  unit,
  fills,
  language,
}: {
  rating: Rating
  unit: RatingUnit
  fills: number[]
  language?: string
}) {
  const length = rowLength(fills)
  const own = ownGlyphPath(unit.glyph)
  const mask = own ? '' : glyphStyles[isGlyphKey(unit.glyph) ? unit.glyph : 'circle']
  const bars = (
    <g className={styles.bars}>
      <rect className={styles.off} width={length} height={tile.glyph} />
      <rect className={styles.on} width={rowReach(fills, glyphInk(unit.glyph))} height={tile.glyph} />
    </g>
  )
  return (
    <>
      <svg
        className={`${styles.row} ${mask}`}
        width={`${length / tile.glyph}em`}
        viewBox={`0 0 ${length} ${tile.glyph}`}
        aria-hidden="true"
      >
        {own ? (
          <Seen through={own} times={fills.length}>
            {bars}
          </Seen>
        ) : (
          bars
        )}
      </svg>
      <span className={styles.sentence}>{ratingSentence(rating, language)}</span>
    </>
  )
}

/** A numeral in an arc that is filled to the score: "8.4 out of 10". Where the sentence spells its number, the numeral is only drawn. */
function Numeral({ rating, language }: { rating: Rating; language?: string }) {
  const { amount, rest } = ratingSentenceParts(rating, language)
  const numeral = figure(rating.value, language)
  const isSpelled = amount !== numeral
  const size = numeral.length > 3 ? styles.long : ''
  return (
    <span className={styles.measure}>
      <span className={styles.dial} aria-hidden={isSpelled || undefined}>
        <Gauge share={shareOf(rating)} />
        <span className={`${styles.amount} ${size}`}>{numeral}</span>
      </span>{' '}
      <span className={styles.rest}>{isSpelled ? ratingSentence(rating, language) : rest}</span>
    </span>
  )
}

/** A letter in its seal. Screen readers drop the sign of a grade, so they are told in words. */
function Letter({ rating }: { rating: Rating }) {
  const label = ratingSentence(rating)
  const { value, scale } = rating
  const [, grade, sign] = /^(.+?)([+\-\u2212*]+)$/.exec(label) ?? [label, label, '']
  return (
    <>
      <span className={styles.dial} aria-hidden="true">
        <Seal place={value} places={scale.labels.length} />
        <span className={`${styles.amount} ${(grade ?? '').length > 2 ? styles.long : ''}`}>
          {grade}
          {sign && <span className={styles.sign}>{sign}</span>}
        </span>
      </span>
      <span className={styles.range} aria-hidden="true">
        on a scale from {scale.labels.at(0)} to {scale.labels.at(-1)}
      </span>
      <span className={hidden.hidden}>{ratingLabel(rating)}</span>
    </>
  )
}

/** A stamp: "Recommended". The best is inked all over, the worst only outlined. */
function Verdict({ rating }: { rating: Rating }) {
  const { value, scale } = rating
  const ink = value === scale.max ? styles.best : value === scale.min ? styles.worst : styles.between
  return <span className={`${styles.stamp} ${ink}`}>{ratingSentence(rating)}</span>
}

function Unscored() {
  return (
    <>
      <span className={styles.dial}>
        <EmptyDial />
      </span>
      <span className={styles.sentence}>Not scored</span>
    </>
  )
}
