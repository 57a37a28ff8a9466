'use client'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { Glyph } from '#components/review/glyph.tsx'
import { glyphInk } from '#lib/ratings/own-glyphs.ts'
import { glyphRow, type Rating, type RatingScale, type RatingUnit, ratingLabel, shareOf } from '#lib/ratings/ratings.ts'
import styles from './rating-control.module.css'
import { turnedByKey, turnedByPointing } from './rating-turn.ts'

export interface RatingControlProps {
  scale: RatingScale
  unit: RatingUnit | null
  /** Null while there is no score yet. */
  value: number | null
  onChange: (value: number) => void
  isDisabled?: boolean
}

/** A score that is turned: a slider over what is counted. Arrows step, Page keys leap, Home and End go to the ends; or point at it. */
export function RatingControl({ scale, unit, value, onChange, isDisabled = false }: RatingControlProps) {
  const track = useRef<HTMLDivElement>(null)
  const rating: Rating = { scale, unit, value: value ?? scale.min }
  const point = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect()
    if (!box || isDisabled) return
    const isMirrored = getComputedStyle(track.current ?? document.body).direction === 'rtl'
    const part = (isMirrored ? box.right - event.clientX : event.clientX - box.left) / box.width
    onChange(turnedByPointing(part, rating))
  }
  const turn = (event: KeyboardEvent) => {
    const next = turnedByKey(event.key, scale, value)
    if (next === null || isDisabled || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onChange(next)
  }
  return (
    <div
      role="slider"
      id="field-rating"
      className={styles.control}
      tabIndex={isDisabled ? -1 : 0}
      aria-label="Score"
      aria-valuemin={scale.min}
      aria-valuemax={scale.max}
      aria-valuenow={rating.value}
      aria-valuetext={value === null ? 'No score yet' : ratingLabel(rating)}
      aria-disabled={isDisabled}
      onKeyDown={turn}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        point(event)
      }}
      onPointerMove={event => event.currentTarget.hasPointerCapture(event.pointerId) && point(event)}
    >
      <div ref={track} className={styles.track} data-empty={value === null || undefined}>
        <Face rating={rating} isEmpty={value === null} />
      </div>
    </div>
  )
}

/** The row of what is counted; a bar where a row would say nothing. */
function Face({ rating, isEmpty }: { rating: Rating; isEmpty: boolean }) {
  const fills = glyphRow(rating)
  const glyph = rating.unit?.glyph ?? 'star'
  if (fills) {
    return (
      <span className={styles.row}>
        {fills.map((fill, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row of like glyphs has no other key
          <span key={index} className={styles.glyph}>
            <Glyph name={glyph} className={styles.off} />
            <span className={styles.fill} style={{ inlineSize: isEmpty ? 0 : inkWidth(glyph, fill) }}>
              <Glyph name={glyph} className={styles.on} />
            </span>
          </span>
        ))}
      </span>
    )
  }
  const part = `${isEmpty ? 0 : shareOf(rating) * 100}%`
  const { labels } = rating.scale
  return (
    <span className={styles.bar}>
      <span className={styles.filled} style={{ inlineSize: part }} />
      <span className={styles.knob} style={{ insetInlineStart: part }} />
      <span className={styles.ends} aria-hidden="true">
        <span>{labels.at(0) ?? rating.scale.min}</span>
        <span>{labels.at(-1) ?? rating.scale.max}</span>
      </span>
    </span>
  )
}

/** How much of its box a glyph takes when it is filled so far: half a key is half of the key, not of the box. */
function inkWidth(glyph: string, fill: number): string {
  const [start, end] = glyphInk(glyph)
  return fill === 0 ? '0' : `${((start + (end - start) * fill) / 24) * 100}%`
}
