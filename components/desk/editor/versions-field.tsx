'use client'
import { useMemo } from 'react'
import { diffWords } from '#lib/history/word-diff.ts'
import { fieldName, type ReviewField } from '#lib/reviews/compare.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { useFieldText } from './field-text.ts'
import styles from './versions.module.css'

export type Side = 'mine' | 'theirs'

export interface FieldVersionsProps {
  field: ReviewField
  mine: ReviewContent
  theirs: ReviewContent
  side: Side
  onSide: (side: Side) => void
}

/** A field in both versions, of which one is chosen. */
export function FieldVersions({ field, mine, theirs, side, onSide }: FieldVersionsProps) {
  const textOf = useFieldText()
  const texts = { mine: textOf(field, mine), theirs: textOf(field, theirs) }
  return (
    <fieldset className={styles.field}>
      <legend>{fieldName(field)}</legend>
      {(['mine', 'theirs'] as const).map(option => (
        <label key={option} className={styles.side} data-chosen={side === option || undefined}>
          <span className={styles.choice}>
            <input type="radio" name={`versions-${field}`} checked={side === option} onChange={() => onSide(option)} />
            {option === 'mine' ? 'Keep mine' : 'Take theirs'}
          </span>
          <OneSide side={option} {...texts} />
        </label>
      ))}
    </fieldset>
  )
}

/** One of two texts, with the words marked that the other has not. */
export function OneSide({ side, mine, theirs }: { side: Side; mine: string; theirs: string }) {
  const own = side === 'mine' ? 'added' : 'removed'
  const runs = useMemo(
    () => diffWords(theirs, mine).filter(({ kind }) => kind === 'same' || kind === own),
    [mine, theirs, own],
  )
  return (
    <span className={styles.text}>
      {runs.length === 0 && <em>Nothing</em>}
      {runs.map(({ kind, text }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text have no names, and are drawn anew together
        return kind === 'same' ? <span key={index}>{text}</span> : <mark key={index}>{text}</mark>
      })}
    </span>
  )
}
