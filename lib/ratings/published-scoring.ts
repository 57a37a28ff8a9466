import { cache } from 'react'
import { z } from 'zod'
import { db } from '#lib/db/client.ts'
import { listCards } from '#lib/reviews/published.ts'
import { cardSelect, toCards } from '#lib/reviews/published-cards.ts'
import type { Link, ReviewCard } from '#lib/reviews/reviews.ts'
import { listUsedScales, type UsedVersion } from './published-scales.ts'
import { type RatingScale, type RatingUnit, stepDown } from './ratings.ts'
import type { ProjectionPoint } from './reading.ts'

export interface ScoringBand {
  from: number
  /** The best score that is still in it. */
  to: number
  sentence: string
  /** The newest live reviews whose score is in it, at most three. */
  examples: ReviewCard[]
}

export interface ScoringVersion {
  scale: RatingScale
  unit: RatingUnit | null
  /** When the next version took its place, ISO 8601; null for the present one. */
  until: string | null
  live: number
  /** Best first. */
  bands: ScoringBand[]
  projection: ProjectionPoint[]
  /** Of a version that is no more: its newest live reviews. */
  reviews: ReviewCard[]
}

export interface ScoringScale {
  key: string
  name: string
  note: string
  isRetired: boolean
  sections: Link[]
  present: ScoringVersion
  /** Versions before it that live reviews were scored on, newest first. */
  older: ScoringVersion[]
}

export interface Scoring {
  scales: ScoringScale[]
  unscored: { live: number; examples: ReviewCard[] }
  /** The newest live review that was scored nought. */
  zero: ReviewCard | null
}

const mostExamples = 3
const mostOlderReviews = 12

/** The scoring policy: every scale that is in use, what its scores mean, and live reviews that show it. */
export const getScoring = cache(async (): Promise<Scoring> => {
  const [used, unscored, unscoredLive] = await Promise.all([
    listUsedScales(),
    listCards({ score: null }, mostExamples),
    db().publication.count({ where: { isCurrent: true, translationOfId: null, score: null } }),
  ])
  const scales = await Promise.all(
    used.map(async ({ present, older, ...scale }) => ({
      ...scale,
      present: await toVersion(present),
      older: await Promise.all(older.map(toVersion)),
    })),
  )
  const zero = await newestZero(scales.flatMap(scale => [scale.present, ...scale.older]))
  return { scales, unscored: { live: unscoredLive, examples: unscored }, zero }
})

async function toVersion({ reading, ...version }: UsedVersion): Promise<ScoringVersion> {
  const { scale } = version
  const bands = reading.bands.map((band, index) => {
    const next = reading.bands[index + 1]?.from
    return { ...band, to: next === undefined ? scale.max : stepDown(next, scale) }
  })
  const [examples, reviews] = await Promise.all([
    version.live > 0 ? listExamples(scale, bands) : [],
    version.until === null ? [] : listExamples(scale, [{ from: scale.min, to: scale.max }], mostOlderReviews),
  ])
  return {
    ...version,
    bands: bands.map((band, index) => ({ ...band, examples: examples[index] ?? [] })).reverse(),
    projection: reading.projection,
    reviews: reviews[0] ?? [],
  }
}

const foundSchema = z.array(z.object({ band: z.int(), id: z.string() }))

/** The newest live reviews of each span of a version's scores. */
async function listExamples(
  { key, version }: RatingScale,
  spans: { from: number; to: number }[],
  most = mostExamples,
): Promise<ReviewCard[][]> {
  const found = foundSchema.parse(
    await db().$queryRaw`
      SELECT span.band::int AS band, example.id
      FROM unnest(${spans.map(span => span.from)}::numeric[], ${spans.map(span => span.to)}::numeric[])
        WITH ORDINALITY AS span (least, best, band)
      CROSS JOIN LATERAL (
        SELECT p.id FROM publication p
        WHERE p.is_current AND p.translation_of_id IS NULL AND p.rating->'scale'->>'key' = ${key} AND (p.rating->'scale'->>'version')::int = ${version}
          AND (p.rating->>'value')::numeric BETWEEN span.least AND span.best
        ORDER BY p.published_at DESC, p.id DESC
        LIMIT ${most}
      ) example`,
  )
  const rows = await db().publication.findMany({ where: { id: { in: found.map(({ id }) => id) } }, select: cardSelect })
  const cards = await toCards(rows)
  const cardOf = new Map(rows.map((row, index) => [row.id, cards[index]]))
  return spans.map((_, index) =>
    found.filter(({ band }) => band === index + 1).flatMap(({ id }) => cardOf.get(id) ?? []),
  )
}

/** The newest live review that was scored nought, on a scale of numbers that begins there. */
async function newestZero(versions: { scale: RatingScale; live: number }[]): Promise<ReviewCard | null> {
  const fromNought = versions.filter(({ scale, live }) => live > 0 && scale.kind === 'numeric' && scale.min === 0)
  const found = await Promise.all(fromNought.map(({ scale }) => listExamples(scale, [{ from: 0, to: 0 }], 1)))
  const newestFirst = found.flat(2).sort((a, b) => b.publishedAt.localeCompare(a.publishedAt))
  return newestFirst[0] ?? null
}
