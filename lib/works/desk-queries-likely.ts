import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { deskWorkSelect, toDeskWork } from './desk-queries.ts'
import type { DeskWork } from './desk-works.ts'
import { sortTitle, type WorkKind } from './works.ts'

/**
 * Works that what is being typed may be: of the same title or nearly (accents, articles, case and slips of the finger aside), or that
 * were called so originally. Those of the kind and about the year come first, then the nearest titles.
 */
export async function listLikelyWorks(
  _editor: Editor,
  { title, kind, year }: { title: string; kind: WorkKind; year: number | null },
  take = 5,
): Promise<DeskWork[]> {
  const plain = sortTitle(title)
  if (plain.length < 2) return []
  const found = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT id, kind, release_year, greatest(similarity(sort_title, ${plain}),
          CASE WHEN lower(original_title) = lower(${title}) THEN 1 ELSE 0 END) AS nearness
      FROM work
      WHERE merged_into_id IS NULL AND trashed_at IS NULL AND kind NOT IN ('season', 'episode')
        AND (sort_title % ${plain} OR lower(original_title) = lower(${title}))
    ) AS candidate
    WHERE nearness >= CASE WHEN kind::text = ${kind} THEN 0.4 ELSE 0.6 END
    ORDER BY nearness
      + CASE WHEN kind::text = ${kind} THEN 0.3 ELSE 0 END
      + CASE WHEN abs(release_year - ${year}::int) <= 1 THEN 0.2 ELSE 0 END DESC, id
    LIMIT ${take}`
  const ids = found.map(row => row.id)
  const rows = await db().work.findMany({ where: { id: { in: ids } }, select: deskWorkSelect })
  return ids.flatMap(id => {
    const row = rows.find(candidate => candidate.id === id)
    return row ? [toDeskWork(row)] : []
  })
}
