import { z } from 'zod'
import { db } from '#lib/db/client.ts'

const perVersion = z.array(z.object({ key: z.string(), version: z.int(), live: z.int() }))
const perValue = z.array(z.object({ value: z.number(), live: z.int() }))

/** How many live reviews were scored on each version of a scale (of one, or of all), by `liveKey`. */
export async function countLive(key: string | null = null): Promise<Map<string, number>> {
  const rows = perVersion.parse(
    await db().$queryRaw`
      SELECT p.rating->'scale'->>'key' AS key, (p.rating->'scale'->>'version')::int AS version, count(*)::int AS live
      FROM publication p
      WHERE p.is_current AND p.translation_of_id IS NULL AND p.rating IS NOT NULL AND (${key}::text IS NULL OR p.rating->'scale'->>'key' = ${key})
      GROUP BY 1, 2`,
  )
  return new Map(rows.map(row => [liveKey(row.key, row.version), row.live]))
}

/** How many live reviews have each score of a version. */
export async function countLiveValues(key: string, version: number): Promise<Map<number, number>> {
  const rows = perValue.parse(
    await db().$queryRaw`
      SELECT (p.rating->>'value')::float8 AS value, count(*)::int AS live
      FROM publication p
      WHERE p.is_current AND p.translation_of_id IS NULL AND p.rating->'scale'->>'key' = ${key} AND (p.rating->'scale'->>'version')::int = ${version}
      GROUP BY 1`,
  )
  return new Map(rows.map(row => [row.value, row.live]))
}

export function liveKey(key: string, version: number): string {
  return `${key} ${version}`
}
