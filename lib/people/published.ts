import { cache } from 'react'
import { db } from '#lib/db/client.ts'
import { listCardsByPublication } from '#lib/reviews/published-by-id.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
import { yearOf } from '#lib/settings/dates.ts'
import { getSettings } from '#lib/settings/published.ts'
import { elsewhere } from '#lib/works/external-ids.ts'
import { type CreditRole, creditRoles, roleName } from '#lib/works/works.ts'
import type { PersonCount } from './people.ts'

/** Reviews on one page of a person; most have one page. */
export const personEntriesPerPage = 60

export interface PersonRole {
  role: CreditRole
  name: string
  /** Over all pages. */
  works: number
  average: number | null
  /** Those of this page. */
  entries: { character: string | null; review: ReviewCard }[]
}

export interface PersonPage {
  id: string
  kind: 'person' | 'group'
  name: string
  aliases: string[]
  count: PersonCount
  /** What they did in works that were reviewed here, by role, newest first. */
  roles: PersonRole[]
  page: number
  pages: number
  /** Where other catalogues have them. */
  elsewhere: { name: string; url: string }[]
}

/** What somebody made or played in that was reviewed here, at `/people/<slug>`. Nothing else: this is no filmography. */
export const getPersonPage = cache(async (slug: string, asked = 1): Promise<PersonPage | null> => {
  const person = await db().person.findFirst({
    where: { slug, mergedIntoId: null },
    include: { externalIds: { select: { scheme: true, value: true } } },
  })
  if (!person) return null
  const [{ count, roles, page, pages, rows }, { timeZone }] = await Promise.all([
    listReviewed(person.id, asked),
    getSettings(),
  ])
  const cards = await listCardsByPublication(rows.map(row => row.id))
  return {
    id: person.id,
    kind: person.kind,
    name: person.name,
    aliases: person.aliases,
    count: {
      works: count.works,
      from: count.first ? yearOf(count.first, timeZone) : 0,
      to: count.last ? yearOf(count.last, timeZone) : 0,
      average: count.average,
    },
    roles: creditRoles.flatMap(role => {
      const counted = roles.find(row => row.role === role)
      const shown = rows.flatMap(row => {
        const review = row.role === role ? cards.get(row.id) : undefined
        return review ? [{ character: row.character, review }] : []
      })
      if (!counted || shown.length === 0) return []
      return [{ role, name: roleName(role), works: counted.works, average: counted.average, entries: shown }]
    }),
    page,
    pages,
    elsewhere: elsewhere(person.kind, person.externalIds).map(({ name, url }) => ({ name, url })),
  }
})

interface Reviewed {
  count: { works: number; first: Date | null; last: Date | null; average: number | null }
  roles: { role: string; works: number; entries: number; average: number | null }[]
  page: number
  pages: number
  rows: { role: string; character: string | null; id: string }[]
}

/**
 * Every live review of what somebody is credited in, or of a part of it, once for each role: counted whole, and one page of them. Somebody
 * may have thousands, so they are gathered once, and from the narrow table of the search.
 */
async function listReviewed(personId: string, asked: number): Promise<Reviewed> {
  const [row] = await db().$queryRaw<Reviewed[]>`
    WITH reviewed AS MATERIALIZED (
      SELECT c.role, min(c.character) AS character, d.publication_id, d.work_id, nullif(d.score, -1) AS score, d.published_at
      FROM (
        SELECT role, character, work_id FROM credit WHERE person_id = ${personId}::uuid
        UNION ALL
        SELECT c.role, c.character, part.id FROM credit c JOIN work part ON part.parent_id = c.work_id WHERE c.person_id = ${personId}::uuid
      ) AS c JOIN search_document d ON d.work_id = c.work_id
      GROUP BY c.role, d.publication_id, d.work_id, d.score, d.published_at
    ),
    counted AS (
      SELECT count(DISTINCT work_id)::int AS works, min(published_at) AS first, max(published_at) AS last, round(avg(score))::int AS average
      FROM (SELECT DISTINCT publication_id, work_id, score, published_at FROM reviewed) AS once
    ),
    numbered AS (
      SELECT pages, least(greatest(1, ${asked}::int), pages) AS page
      FROM (SELECT greatest(1, ceil(count(*)::float8 / ${personEntriesPerPage}))::int AS pages FROM reviewed) AS sized
    )
    SELECT page, pages, (SELECT to_jsonb(counted) FROM counted) AS count,
      coalesce((SELECT jsonb_agg(r) FROM (
        SELECT role::text, count(DISTINCT work_id)::int AS works, count(*)::int AS entries, round(avg(score))::int AS average
        FROM reviewed GROUP BY role
      ) AS r), '[]') AS roles,
      ARRAY(SELECT jsonb_build_object('role', role, 'character', character, 'id', publication_id) FROM reviewed
        ORDER BY array_position(${[...creditRoles]}::text[], role::text), published_at DESC, publication_id
        OFFSET (page - 1) * ${personEntriesPerPage}::int LIMIT ${personEntriesPerPage}) AS rows
    FROM numbered`
  if (!row) throw new Error('A count without a row')
  const { first, last } = row.count
  return { ...row, count: { ...row.count, first: first && new Date(first), last: last && new Date(last) } }
}
