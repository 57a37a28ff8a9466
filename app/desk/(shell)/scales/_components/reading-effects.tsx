'use client'
import { figure } from '#lib/ratings/ratings.ts'
import type { readTyped } from '#lib/ratings/reading-schema.ts'
import { type DeskScaleVersion, effectOf, valueName } from '#lib/ratings/scales.ts'
import styles from './reading-form.module.css'

/** What saving would do to live reviews, before it is done: "B+ now counts as 83, was 80". */
export function ReadingEffects({
  version,
  live,
  read,
}: {
  version: DeskScaleVersion
  live: [value: number, live: number][]
  read: ReturnType<typeof readTyped>
}) {
  if (!read.ok) return read.field === 'projection' ? <p className={styles.wrong}>{read.problem}</p> : null
  const effects = effectOf(version, live, read.reading.projection)
  const moved = effects.reduce((sum, effect) => sum + effect.live, 0)
  return (
    <div className={styles.effects} aria-live="polite">
      <p>
        {moved === 0
          ? live.length === 0
            ? 'No live review was scored on this version, so no list changes.'
            : 'No live review would count otherwise than now.'
          : `${moved === 1 ? '1 live review' : `${moved} live reviews`} would count otherwise, and may stand elsewhere in lists:`}
      </p>
      {moved > 0 && (
        <ul>
          {effects.map(({ value, live: count, was, now }) => (
            <li key={value}>
              <strong>{valueName(version.scale, value)}</strong> now counts as {figure(now)}, was {figure(was)}{' '}
              <span>({count === 1 ? '1 review' : `${count} reviews`})</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
