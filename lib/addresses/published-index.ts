import { cache } from 'react'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { kindName, titleWithin, type WorkKind, workKinds } from '#lib/works/works.ts'

// The lists of everything that has a page: people, works and topics, in the order of the alphabet.

export const indexPerPage = 120

export interface IndexEntry {
  id: string
  path: string
  name: string
  /** "Film, 2013", "Group" */
  detail: string
}

export interface IndexPage {
  entries: IndexEntry[]
  total: number
  page: number
  pages: number
  /** The letters that something begins with, and the page on which each begins. What begins with none is under "#". */
  letters: { letter: string; page: number }[]
}

/** Everybody who has a page, by the name that they are sorted by. */
export const listPeopleIndex = cache((asked: number): Promise<IndexPage> => {
  return indexOf('person', null, asked, ids => {
    return db().$queryRaw<Row[]>`
      SELECT p.id::text, a.path, p.name, CASE WHEN p.kind = 'group' THEN 'Group' ELSE '' END AS kind, NULL AS parent, NULL AS year
      FROM person p JOIN address a ON a.subject_id = p.id AND a.state = 'live' WHERE p.id = ANY (${ids}::uuid[])`
  })
})

/** Every work that has a page, by title, of one kind where it is given. Parts stand under the title of their whole. */
export const listWorksIndex = cache((asked: number, kind: WorkKind | null): Promise<IndexPage> => {
  return indexOf('work', kind, asked, async ids => {
    const rows = await db().$queryRaw<Row[]>`
      SELECT w.id::text, a.path, w.title AS name, w.kind::text AS kind, above.title AS parent, w.release_year AS year
      FROM work w JOIN address a ON a.subject_id = w.id AND a.state = 'live' LEFT JOIN work above ON above.id = w.parent_id
      WHERE w.id = ANY (${ids}::uuid[])`
    return rows.map(row => ({ ...row, kind: kindOf(row.kind) }))
  })
})

/** The kinds of work that have a page, with how many. */
export async function listWorkKinds(): Promise<{ kind: string; count: number }[]> {
  return db().$queryRaw<{ kind: string; count: number }[]>`
    SELECT kind, count(*)::int AS count FROM search_name WHERE noun = 'work' GROUP BY kind ORDER BY kind`
}

/** Every topic that something live is about, by name, with how many reviews. */
export async function listTopicsIndex(): Promise<(IndexEntry & { description: string; count: number })[]> {
  const rows = await db().$queryRaw<{ id: string; path: string; name: string; description: string; count: number }[]>`
    SELECT t.id::text, a.path, t.name, t.description, sum(bit_count(b.bits))::int AS count
    FROM topic t JOIN address a ON a.subject_id = t.id AND a.state = 'live'
    JOIN search_facet f ON f.key = 'topic:' || t.id JOIN search_facet_bits b ON b.facet_id = f.id
    GROUP BY t.id, a.path HAVING sum(bit_count(b.bits)) > 0 ORDER BY lower(t.name), t.id`
  return rows.map(row => ({ ...row, detail: row.count === 1 ? 'one review' : `${row.count} reviews` }))
}

interface Row {
  id: string
  path: string
  name: string
  kind: string
  parent: string | null
  year: number | null
}

/** One page of the names that the search knows of a noun: they stand in an index in this order, with the letter of each. */
async function indexOf(
  noun: 'person' | 'work',
  kind: WorkKind | null,
  asked: number,
  rowsOf: (ids: string[]) => Promise<Row[]>,
): Promise<IndexPage> {
  const those = Prisma.sql`noun = ${noun} ${kind ? Prisma.sql`AND kind = ${kind}` : Prisma.empty}`
  const counts = await db().$queryRaw<{ place: number; count: number }[]>`
    SELECT place, count(*)::int AS count FROM search_name WHERE ${those} GROUP BY place ORDER BY place`
  const total = counts.reduce((sum, row) => sum + row.count, 0)
  const pages = Math.max(1, Math.ceil(total / indexPerPage))
  const page = Math.min(Math.max(1, asked), pages)
  const keys = await db().$queryRaw<{ id: string }[]>`
    SELECT id::text FROM search_name WHERE ${those} ORDER BY place, sort_key, id OFFSET ${(page - 1) * indexPerPage} LIMIT ${indexPerPage}`
  const ids = keys.map(({ id }) => id)
  const rows = new Map((await rowsOf(ids)).map(row => [row.id, row]))
  let before = 0
  const letters = counts.map(({ place, count }) => {
    const at = Math.floor(before / indexPerPage) + 1
    before += count
    return { letter: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ#'[place] ?? '#', page: at }
  })
  const entries = ids.flatMap(id => {
    const row = rows.get(id)
    if (!row) return []
    const detail = [row.kind, row.year].filter(Boolean).join(', ')
    return [{ id, path: row.path, name: titleWithin(row.parent, row.name), detail }]
  })
  return { entries, total, page, pages, letters }
}

function kindOf(kind: string): string {
  const known = workKinds.find(each => each === kind)
  return known ? kindName(known) : ''
}
