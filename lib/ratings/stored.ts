import { createHash } from 'node:crypto'
import type { RatingScaleVersion, RatingScale as ScaleRow } from '#lib/db/generated/client.ts'
import type { RatingScale, RatingUnit } from './ratings.ts'

/** A stored version of a scale, and the unit that it counts in, as `lib/ratings` speaks of them. */
export function toScale(row: RatingScaleVersion & { scale: ScaleRow }): {
  scale: RatingScale
  unit: RatingUnit | null
} {
  const { unitSingular: singular, unitPlural: plural, unitGlyph: glyph } = row
  return {
    scale: {
      key: row.scale.key,
      name: row.scale.name,
      version: row.version,
      kind: row.kind,
      min: row.min.toNumber(),
      max: row.max.toNumber(),
      step: row.step.toNumber(),
      labels: row.labels,
    },
    unit: singular && plural && glyph ? { singular, plural, glyph } : null,
  }
}

/** What somebody who changes a scale has seen of it, in short: it differs when anybody has changed it meanwhile. */
export function seenOf(scale: Pick<ScaleRow, 'name' | 'note' | 'retiredAt'>, version: number): string {
  const told = JSON.stringify([version, scale.name, scale.note, scale.retiredAt])
  return createHash('sha256').update(told).digest('base64url').slice(0, 22)
}

/** The same for a reading, of which there may be none yet. */
export function readingSeenOf(reading: { updatedAt: Date } | null): string {
  return reading?.updatedAt.toISOString() ?? 'none'
}
