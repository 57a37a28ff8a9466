import { cache } from 'react'
import { pathOf } from '#lib/addresses/addresses.ts'
import { db } from '#lib/db/client.ts'
import { listCardsByPublication } from '#lib/reviews/published-by-id.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
import type { SeriesKind, SeriesLink } from './series.ts'
import { mostInSeries } from './series-schema.ts'

export interface SeriesPage {
  id: string
  kind: SeriesKind
  name: string
  note: string
  /** The works that were reviewed here, in the order of the series, with every review of each, newest first. */
  works: { id: string; reviews: ReviewCard[] }[]
  /** How many works the series is entered with; the others are not named: what will be reviewed is nobody's business yet. */
  total: number
}

/** A series or a franchise and what was said about its works, at `/series/<slug>`. */
export const getSeriesPage = cache(async (slug: string): Promise<SeriesPage | null> => {
  const series = await db().workSeries.findUnique({
    where: { slug },
    include: { _count: { select: { entries: true } } },
  })
  if (!series) return null
  const rows = await db().$queryRaw<{ id: string; workId: string }[]>`
    SELECT p.id::text, e.work_id::text AS "workId"
    FROM series_entry e
    CROSS JOIN LATERAL (
      SELECT p.id, p.published_at FROM publication p WHERE p.is_current AND p.translation_of_id IS NULL AND p.work_id = e.work_id
      UNION ALL
      SELECT p.id, p.published_at FROM work part JOIN publication p ON p.work_id = part.id AND p.is_current AND p.translation_of_id IS NULL
        WHERE part.parent_id = e.work_id
      ORDER BY published_at DESC LIMIT 10
    ) p
    WHERE e.series_id = ${series.id}::uuid
    ORDER BY e.position, p.published_at DESC LIMIT ${mostInSeries}`
  const cards = await listCardsByPublication(rows.map(row => row.id))
  const works = [...Map.groupBy(rows, row => row.workId)].map(([id, own]) => ({
    id,
    reviews: own.flatMap(row => cards.get(row.id) ?? []),
  }))
  const { id, kind, name, note } = series
  return { id, kind, name, note, works, total: series._count.entries }
})

/** The series that a work belongs to, or what it is a part of does, as far as they have a page. */
export async function listSeriesOf(workId: string): Promise<SeriesLink[]> {
  const rows = await db().workSeries.findMany({
    where: { entries: { some: { work: { OR: [{ id: workId }, { parts: { some: { id: workId } } }] } } } },
    select: { id: true, slug: true, name: true, kind: true },
    orderBy: { sortName: 'asc' },
    take: 10,
  })
  const live = await livePathsOf(rows)
  return rows.flatMap(({ slug: _, ...row }) => (live.has(row.id) ? [{ ...row, path: live.get(row.id) ?? '' }] : []))
}

/** Every series that has a page, by name, with how many of its works were reviewed. */
export async function listSeriesIndex(): Promise<(SeriesLink & { works: number })[]> {
  const rows = await db().$queryRaw<{ id: string; path: string; name: string; kind: SeriesKind; works: number }[]>`
    SELECT s.id::text, a.path, s.name, s.kind::text AS kind, counted.works
    FROM work_series s JOIN address a ON a.subject_id = s.id AND a.state = 'live'
    CROSS JOIN LATERAL (SELECT count(*)::int AS works FROM series_entry e WHERE e.series_id = s.id AND (
      EXISTS (SELECT FROM publication p WHERE p.work_id = e.work_id AND p.is_current)
      OR EXISTS (SELECT FROM work part JOIN publication p ON p.work_id = part.id AND p.is_current WHERE part.parent_id = e.work_id)
    )) counted
    ORDER BY s.sort_name, s.id LIMIT 1000`
  return rows
}

async function livePathsOf(rows: { id: string; slug: string }[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map()
  const live = await db().address.findMany({
    where: { subjectId: { in: rows.map(row => row.id) }, state: 'live' },
    select: { subjectId: true },
  })
  const ids = new Set(live.map(row => row.subjectId))
  return new Map(rows.filter(row => ids.has(row.id)).map(row => [row.id, pathOf('series', row.slug)]))
}
