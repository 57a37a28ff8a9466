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
