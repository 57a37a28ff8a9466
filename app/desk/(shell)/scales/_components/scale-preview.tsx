'use client'
import { useState } from 'react'
import type { z } from 'zod'
import { RatingControl } from '#components/desk/editor/rating-control.tsx'
import { RatingMark } from '#components/review/rating-mark.tsx'
import { nearestOnScale, valuesOnScale } from '#lib/ratings/ratings.ts'
import { sampleValue, valueName } from '#lib/ratings/scales.ts'
import type { ScaleInput } from '#lib/ratings/scales-schema.ts'
import styles from './scale-form.module.css'

const mostShown = 14

/** What scores on the scale look like: one to turn, nought, and all that there are. What cannot be a scale says why. */
export function ScalePreview({ parsed }: { parsed: z.ZodSafeParseResult<ScaleInput> }) {
  const [turned, setTurned] = useState<number | null>(null)
  if (!parsed.success) {
    const problem = parsed.error.issues.find(issue => issue.path[0] !== 'name')?.message
    return (
      <section className={styles.preview} aria-labelledby="preview">
        <h2 id="preview">Preview</h2>
        <p className={styles.wrong}>{problem ?? 'Give it a name to see it here.'}</p>
      </section>
    )
  }
  const { name, definition } = parsed.data
  const { unit, ...range } = definition
  const scale = { key: 'preview', version: 1, name, ...range }
  const value = turned === null ? sampleValue(scale) : nearestOnScale(turned, scale)
  const names = valuesOnScale(scale).map(step => valueName(scale, step))
  return (
    <section className={styles.preview} aria-labelledby="preview">
      <h2 id="preview">Preview</h2>
      <RatingControl scale={scale} unit={unit} value={value} onChange={setTurned} />
      <RatingMark rating={{ scale, unit, value }} size="article" />
      <p className={styles.steps}>
        {names.length} scores: {shortened(names).join(scale.kind === 'numeric' ? ' · ' : ', ')}
      </p>
      <div className={styles.ends}>
        <RatingMark rating={{ scale, unit, value: scale.min }} size="card" />
        <RatingMark rating={{ scale, unit, value: scale.max }} size="card" />
        <RatingMark rating={null} size="card" />
      </div>
    </section>
  )
}

function shortened(names: string[]): string[] {
  return names.length <= mostShown ? names : [...names.slice(0, 6), '…', ...names.slice(-3)]
}
