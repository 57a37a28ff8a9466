import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { appendContentEvent, pagesCaughtUp } from '#lib/events/commands.ts'
import { projection, valuesOnScale } from './ratings.ts'
import { type ProjectionPoint, type ReadingProblem, readingProblem, type ScaleReading } from './reading.ts'
import { toReading } from './reading-schema.ts'
import { readingSeenOf, toScale } from './stored.ts'

type Tx = Prisma.TransactionClient

export type ReadingRefusal =
  | { ok: false; code: 'not-allowed' | 'not-found' | 'stale' }
  | ({ ok: false; code: 'invalid' } & ReadingProblem)

/**
 * Reads a version of a scale anew: what its scores mean, and what they count as from 0 to 100. The scores stay; their place in the order
 * is written for every publication on that version, in the same transaction. Returns how many that moved. Refused: not allowed, not
 * found, stale (somebody has changed the reading since), invalid (a better score would count less, a value that the scale has not…).
 */
export async function readScaleAnew(
  editor: Editor,
  change: { versionId: string; seen: string; reading: ScaleReading },
): Promise<{ ok: true; moved: number } | ReadingRefusal> {
  if (!can(editor, 'scale.edit')) return { ok: false, code: 'not-allowed' }
  const outcome = await db().$transaction(
    async (tx): Promise<{ ok: true; moved: number; eventId: bigint } | ReadingRefusal> => {
      await tx.$queryRaw`SELECT id FROM rating_scale_version WHERE id = ${change.versionId}::uuid FOR NO KEY UPDATE`
      const row = await tx.ratingScaleVersion.findUnique({
        where: { id: change.versionId },
        include: { scale: true, reading: true },
      })
      if (!row) return { ok: false, code: 'not-found' }
      if (readingSeenOf(row.reading) !== change.seen) return { ok: false, code: 'stale' }
      const { scale } = toScale(row)
      const problem = readingProblem(scale, change.reading)
      if (problem) return { ok: false, code: 'invalid', ...problem }
      const { bands, projection: points, freshFrom } = change.reading
      const stored = { bands, projection: points.map(([value, score]) => [value, score]), freshFrom }
      await tx.scaleReading.upsert({
        where: { versionId: row.id },
        create: { versionId: row.id, ...stored },
        update: stored,
      })
      const values = valuesOnScale(scale)
      const scores = values.map(value => projection({ scale, unit: null, value }, points))
      const moved = await tx.$executeRaw`
        UPDATE publication p SET score = read.score
        FROM unnest(${values}::numeric[], ${scores}::numeric[]) AS read (value, score)
        WHERE p.rating->'scale'->>'key' = ${scale.key} AND (p.rating->'scale'->>'version')::int = ${scale.version}
          AND (p.rating->>'value')::numeric = read.value AND p.score <> read.score`
      await tx.auditEntry.create({
        data: { actorId: editor.id, action: 'scale.read', subject: row.id, detail: { key: scale.key, moved } },
      })
      // Every list, average and chart may show another order, on pages that nobody can name: all of them go.
      const eventId = await appendContentEvent(tx, { kind: 'scale.read', tags: ['scoring'], purge: moved > 0 })
      return { ok: true, moved, eventId }
    },
    { timeout: 120_000 },
  )
  if (!outcome.ok) return outcome
  await pagesCaughtUp(outcome.eventId)
  return { ok: true, moved: outcome.moved }
}

/**
 * The projection of a version, held as it is until the transaction ends: a publication that is made while the scale is read anew would
 * otherwise keep the place that it had before.
 */
export async function holdProjection(tx: Tx, versionId: string): Promise<readonly ProjectionPoint[]> {
  await tx.$queryRaw`SELECT id FROM rating_scale_version WHERE id = ${versionId}::uuid FOR SHARE`
  return toReading(await tx.scaleReading.findUnique({ where: { versionId } })).projection
}
