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
export async function listPeopleIndex(asked: number): Promise<IndexPage> {
  // Kept from being worked out for each row of the join: letters come from the same key as the order.
  const all = Prisma.sql`
    SELECT p.id, a.path, p.name, p.kind::text AS kind, NULL::text AS parent, NULL::int AS year, unaccent(lower(p.sort_name)) AS key
    FROM address a JOIN person p ON p.id = a.subject_id WHERE a.kind = 'person' AND a.state = 'live'`
  return indexOf(all, asked, row => (row.kind === 'group' ? 'Group' : ''))
}

/** Every work that has a page, by title, of one kind where it is given. Parts stand under the title of their whole. */
export async function listWorksIndex(asked: number, kind: WorkKind | null): Promise<IndexPage> {
  const narrowed = kind ? Prisma.sql`AND w.kind::text = ${kind}` : Prisma.empty
  const all = Prisma.sql`
    SELECT w.id, a.path, w.title AS name, w.kind::text AS kind, above.title AS parent, w.release_year AS year,
      concat_ws(' ', above.sort_title, w.sort_title) AS key
    FROM address a JOIN work w ON w.id = a.subject_id LEFT JOIN work above ON above.id = w.parent_id
    WHERE a.kind = 'work' AND a.state = 'live' ${narrowed}`
  return indexOf(all, asked, row => [kindOf(row.kind), row.year].filter(Boolean).join(', '))
}

/** The kinds of work that have a page, with how many. */
export async function listWorkKinds(): Promise<{ kind: string; count: number }[]> {
  return db().$queryRaw<{ kind: string; count: number }[]>`
    SELECT w.kind::text AS kind, count(*)::int AS count FROM address a JOIN work w ON w.id = a.subject_id
    WHERE a.kind = 'work' AND a.state = 'live' GROUP BY w.kind ORDER BY w.kind`
}

/** Every topic that something live is about, by name, with how many reviews. */
export async function listTopicsIndex(): Promise<(IndexEntry & { description: string; count: number })[]> {
  const rows = await db().$queryRaw<{ id: string; path: string; name: string; description: string; count: number }[]>`
    SELECT t.id::text, a.path, t.name, t.description, counted.count
    FROM topic t JOIN address a ON a.subject_id = t.id AND a.state = 'live'
    JOIN (SELECT pt.topic_id, count(*)::int AS count FROM publication_topic pt
      JOIN publication p ON p.id = pt.publication_id AND p.is_current GROUP BY pt.topic_id) counted ON counted.topic_id = t.id
    ORDER BY lower(t.name), t.id`
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

async function indexOf(all: Prisma.Sql, asked: number, detailOf: (row: Row) => string): Promise<IndexPage> {
  const letter = Prisma.sql`CASE WHEN key ~ '^[a-z]' THEN upper(left(key, 1)) ELSE '#' END`
  const counts = await db().$queryRaw<{ letter: string; count: number }[]>`
    SELECT letter, count(*)::int AS count FROM (SELECT ${letter} AS letter FROM (${all}) AS entry) AS begun
    GROUP BY letter ORDER BY letter = '#', letter`
  const total = counts.reduce((sum, row) => sum + row.count, 0)
  const pages = Math.max(1, Math.ceil(total / indexPerPage))
  const page = Math.min(Math.max(1, asked), pages)
  const rows = await db().$queryRaw<Row[]>`
    SELECT id::text, path, name, kind, parent, year FROM (${all}) AS entry
    ORDER BY (${letter}) = '#', ${letter}, key, id OFFSET ${(page - 1) * indexPerPage} LIMIT ${indexPerPage}`
  let before = 0
  const letters = counts.map(({ letter: each, count }) => {
    const at = Math.floor(before / indexPerPage) + 1
    before += count
    return { letter: each, page: at }
  })
  const entries = rows.map(row => ({
    id: row.id,
    path: row.path,
    name: titleWithin(row.parent, row.name),
    detail: detailOf(row),
  }))
  return { entries, total, page, pages, letters }
}

function kindOf(kind: string): string {
  const known = workKinds.find(each => each === kind)
  return known ? kindName(known) : ''
}
