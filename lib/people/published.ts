import { cache } from 'react'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { listCardsByPublication } from '#lib/reviews/published-by-id.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
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
  const [totals, roles] = await Promise.all([countAll(person.id), countRoles(person.id)])
  const entries = roles.reduce((sum, row) => sum + row.entries, 0)
  const pages = Math.max(1, Math.ceil(entries / personEntriesPerPage))
  const page = Math.min(Math.max(1, asked), pages)
  const rows = await listEntries(person.id, (page - 1) * personEntriesPerPage)
  const cards = await listCardsByPublication(rows.map(row => row.id))
  return {
    id: person.id,
    kind: person.kind,
    name: person.name,
    aliases: person.aliases,
    count: totals,
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

/** Every live review of what somebody is credited in, or of a part of it, once for each role. */
const reviewed = (personId: string) => Prisma.sql`
  SELECT DISTINCT ON (c.role, p.id) c.role, c.character, p.id, p.work_id, p.score, p.year, p.published_at
  FROM (
    SELECT c.role, c.character, c.position, c.work_id FROM credit c WHERE c.person_id = ${personId}::uuid
    UNION ALL
    SELECT c.role, c.character, c.position, part.id FROM credit c JOIN work part ON part.parent_id = c.work_id
      WHERE c.person_id = ${personId}::uuid
  ) c JOIN publication p ON p.work_id = c.work_id AND p.is_current
  ORDER BY c.role, p.id, c.character NULLS LAST, c.position`

async function countAll(personId: string): Promise<PersonCount> {
  const [row] = await db().$queryRaw<PersonCount[]>`
    SELECT count(DISTINCT work_id)::int AS works, coalesce(min(year), 0)::int AS "from", coalesce(max(year), 0)::int AS "to",
      round(avg(score))::int AS average
    FROM (SELECT DISTINCT ON (id) * FROM (${reviewed(personId)}) AS reviewed ORDER BY id) AS once`
  return row ?? { works: 0, from: 0, to: 0, average: null }
}

function countRoles(personId: string) {
  return db().$queryRaw<{ role: string; works: number; entries: number; average: number | null }[]>`
    SELECT role::text, count(DISTINCT work_id)::int AS works, count(*)::int AS entries, round(avg(score))::int AS average
    FROM (${reviewed(personId)}) AS reviewed GROUP BY role`
}

function listEntries(personId: string, offset: number) {
  return db().$queryRaw<{ role: string; character: string | null; id: string }[]>`
    SELECT role::text, character, id::text FROM (${reviewed(personId)}) AS reviewed
    ORDER BY array_position(${[...creditRoles]}::text[], role::text), published_at DESC, id
    OFFSET ${offset} LIMIT ${personEntriesPerPage}`
}
