import { livePaths } from '#lib/addresses/published.ts'
import { db } from '#lib/db/client.ts'
import type { WorkKind } from '#lib/works/works.ts'
import type { NameHit, SearchTerms } from './search.ts'
import { nearest } from './spelling.ts'

/** Words of a search with how else they may have been meant: "johanson" → "johanson johansson". */
export interface Spellings {
  /** As typed, each followed by its near words with blanks between. */
  groups: string[]
  /** The nearest words in place of those that no name has; null when every word is known or nothing is near. */
  corrected: string[] | null
}

/** Looks for the words that no live name has, or begins with, and for names that are nearly them. */
export async function respell(words: string[]): Promise<Spellings> {
  const long = words.filter(word => [...word].length > 3)
  if (long.length === 0) return { groups: words, corrected: null }
  const rows = await db().$queryRaw<{ typed: string; word: string; uses: number }[]>`
    SELECT typed, near.word, near.uses FROM unnest(${long}::text[]) AS typed
    CROSS JOIN LATERAL search_words_like(search_fold(typed), 40) near
    WHERE NOT EXISTS (SELECT FROM search_word known WHERE known.word = search_fold(typed))`
  const near = new Map(
    [...new Set(rows.map(row => row.typed))].map(typed => [
      typed,
      nearest(
        typed,
        rows.filter(row => row.typed === typed),
      ),
    ]),
  )
  const best = words.map(word => near.get(word)?.[0] ?? word)
  return {
    groups: words.map(word => [word, ...(near.get(word) ?? [])].join(' ')),
    corrected: best.some((word, index) => word !== words[index]) ? best : null,
  }
}

/**
 * Works, people, critics, topics, sections and series with something live whose names have all of these words, in any order, whole or
 * begun; the exactly named first, then those about which there is most. With nothing of that kind, names that look like the whole.
 */
export async function listNameHits({ words, phrases }: SearchTerms, groups: string[], most = 6): Promise<NameHit[]> {
  const typed = [...words, ...phrases].join(' ')
  // Weighing every name that begins with a few letters would be most of the work: only those come to it that could be among the first.
  const rows = await db().$queryRaw<{ id: string; weight: number }[]>`
    WITH q AS MATERIALIZED (
      SELECT search_query('names', ${groups}, ${phrases}) AS near, search_query('exact', ${words}, ${phrases}) AS exact,
        search_query('names', ${words}, ${phrases}) AS begun, search_fold(${typed}) AS typed
    ),
    hits AS MATERIALIZED (
      SELECT n.id, n.weight, starts_with(n.name, (SELECT typed FROM q)) AS is_begun FROM search_name n WHERE n.words @@ (SELECT near FROM q)
    ),
    candidates AS (
      (SELECT id FROM hits ORDER BY is_begun DESC, weight DESC LIMIT ${candidates}) UNION (SELECT id FROM hits ORDER BY weight DESC LIMIT ${candidates})
      UNION (SELECT n.id FROM search_name n WHERE n.words @@ (SELECT exact FROM q) ORDER BY n.weight DESC LIMIT ${candidates})
      UNION (SELECT n.id FROM search_name n WHERE n.name = (SELECT typed FROM q))
    )
    SELECT n.id::text, n.weight FROM candidates JOIN search_name n USING (id), q
    WHERE n.words @@ q.near
    ORDER BY n.name = q.typed DESC, (n.words @@ q.exact) DESC, (n.words @@ q.begun) DESC, n.name LIKE q.typed || '%' DESC,
      ts_rank('{0,0,0.4,1}', n.words, q.near) > 0.5 DESC, n.weight DESC, length(n.name), n.id LIMIT ${most}`
  return toHits(rows.length > 0 ? rows : await similar(typed, most))
}

/** So many by each of the orders that matter. */
const candidates = 100

/** Names that share most of their trigrams with what was typed: words run together, two slips in a short one. */
async function similar(typed: string, most: number): Promise<{ id: string; weight: number }[]> {
  if (typed.length < 4) return []
  return db().$queryRaw`SELECT id::text, weight FROM search_names_like(${typed}, ${Math.min(most, 3)}::integer)`
}

interface Described {
  id: string
  noun: NameHit['noun']
  name: string
  kind: WorkKind | null
  year: number | null
}

async function toHits(found: { id: string; weight: number }[]): Promise<NameHit[]> {
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const [rows, paths] = await Promise.all([
    db().$queryRaw<Described[]>`
      SELECT n.id::text, n.noun, w.kind, w.release_year AS year, coalesce(
        CASE WHEN above.id IS NOT NULL AND NOT starts_with(w.title, above.title) THEN above.title || ': ' || w.title ELSE w.title END,
        person.name, critic.name, topic.name, section.name, s.name) AS name
      FROM search_name n
      LEFT JOIN work w ON n.noun = 'work' AND w.id = n.id LEFT JOIN work above ON above.id = w.parent_id
      LEFT JOIN person ON n.noun = 'person' AND person.id = n.id
      LEFT JOIN critic ON n.noun = 'critic' AND critic.id = n.id
      LEFT JOIN topic ON n.noun = 'topic' AND topic.id = n.id
      LEFT JOIN section ON n.noun = 'section' AND section.id = n.id
      LEFT JOIN work_series s ON n.noun = 'series' AND s.id = n.id
      WHERE n.id = ANY (${ids}::uuid[])`,
    livePaths(ids),
  ])
  return found.flatMap(({ id, weight }) => {
    const row = rows.find(candidate => candidate.id === id)
    const path = paths[id]
    return row && path ? [{ noun: row.noun, name: row.name, kind: row.kind, year: row.year, path, count: weight }] : []
  })
}
