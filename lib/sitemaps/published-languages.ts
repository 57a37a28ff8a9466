import { db } from '#lib/db/client.ts'
import { getSettings } from '#lib/settings/published.ts'

type Languages = [tag: string, path: string][]

/**
 * Of these reviews those that can be read in more than one language: the paths of all their languages, the original's first, and
 * the original once more as `x-default`. The same for each of them, as hreflang has to be reciprocal.
 */
export async function listLanguagesOf(reviewIds: string[]): Promise<Map<string, Languages>> {
  const [settings, rows] = await Promise.all([
    getSettings(),
    db().$queryRaw<{ id: string; original: string; language: string | null; path: string }[]>`
      WITH original AS (
        SELECT DISTINCT coalesce(p.translation_of_id, p.review_id) AS id FROM publication p
        WHERE p.is_current AND p.review_id = ANY (${reviewIds}::uuid[])
      ), member AS (
        SELECT o.id AS original, p.review_id, p.language FROM original o JOIN publication p ON p.translation_of_id = o.id AND p.is_current
        UNION ALL SELECT o.id, p.review_id, p.language FROM original o JOIN publication p ON p.review_id = o.id AND p.is_current
        WHERE EXISTS (SELECT FROM publication t WHERE t.translation_of_id = o.id AND t.is_current)
      )
      SELECT m.review_id::text AS id, m.original::text, m.language, a.path
      FROM member m JOIN address a ON a.subject_id = m.review_id AND a.kind = 'review' AND a.state = 'live'
      ORDER BY (m.review_id = m.original) DESC, m.language, a.path`,
  ])
  const groups = Map.groupBy(rows, row => row.original)
  const found = new Map<string, Languages>()
  for (const members of groups.values()) {
    const [first] = members
    if (!first || members.length < 2) continue
    const languages = members.map(({ language, path }): [string, string] => [language ?? settings.language, path])
    for (const { id } of members) found.set(id, [...languages, ['x-default', first.path]])
  }
  return found
}
