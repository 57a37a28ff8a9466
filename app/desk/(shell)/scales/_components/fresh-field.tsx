'use client'
import { freshScore, lowestFresh } from '#lib/ratings/freshness.ts'
import type { ScaleReading } from '#lib/ratings/ratings.ts'
import type { readTyped, TypedReading } from '#lib/ratings/reading-schema.ts'
import { type DeskScaleVersion, valueName } from '#lib/ratings/scales.ts'
import styles from './reading-form.module.css'
import { ValueField } from './value-field.tsx'

/** From which score on a review is fresh to aggregators: wherever the projection reaches 60, or where the house says. */
export function FreshField({
  version: { scale },
  typed,
  read,
  onChange,
}: {
  version: DeskScaleVersion
  typed: TypedReading
  read: ReturnType<typeof readTyped>
  onChange: (freshFrom: string) => void
}) {
  const byItself = read.ok ? lowestFresh(scale, { ...read.reading, freshFrom: null }) : null
  return (
    <>
      <ValueField
        scale={scale}
        label="Fresh from"
        value={typed.freshFrom}
        placeholder={
          byItself === null
            ? `Where it counts as ${freshScore}`
            : `${valueName(scale, byItself)} (counts as ${freshScore} or more)`
        }
        onChange={onChange}
      />
      <p className={styles.told} aria-live="polite">
        {read.ok ? said(scale, read.reading) : read.field === 'freshFrom' && read.problem}
      </p>
    </>
  )
}

function said(scale: DeskScaleVersion['scale'], reading: ScaleReading): string {
  const from = lowestFresh(scale, reading)
  if (from === null) return `No score reaches ${freshScore}, so every review on this scale is rotten.`
  if (from === scale.min) return 'Every score is fresh.'
  const name = valueName(scale, from)
  return from === scale.max
    ? `Only ${name} is fresh; everything below is rotten.`
    : `${name} and better are fresh; everything below is rotten.`
}
