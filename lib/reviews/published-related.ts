import { db } from '#lib/db/client.ts'
import type { CreditRole } from '#lib/works/works.ts'
import { listCardsByPublication } from './published-by-id.ts'
import type { ReviewCard } from './reviews.ts'

/** What a shared credit says, strongest first: makers before players, players before the rest. */
const alsoBy: [role: CreditRole, words: string][] = [
  ['director', 'Also directed by'],
  ['creator', 'Also created by'],
  ['author', 'Also by'],
  ['playwright', 'Also by'],
  ['performer', 'Also by'],
  ['developer', 'Also made by'],
  ['artist', 'Also by'],
  ['designer', 'Also designed by'],
  ['host', 'Also hosted by'],
  ['choreographer', 'Also choreographed by'],
  ['curator', 'Also curated by'],
  ['writer', 'Also written by'],
  ['actor', 'Also with'],
  ['voice', 'Also with'],
  ['narrator', 'Also narrated by'],
  ['musician', 'Also with'],
  ['composer', 'Music also by'],
  ['cinematographer', 'Also photographed by'],
  ['illustrator', 'Also illustrated by'],
  ['producer', 'Also produced by'],
]
const makers = 12

// Bounds on what is looked at, so that a page costs the same whatever hangs on it: the first credits of the work, the newest of the works
// that each person has a credit in, the newest of a topic or a section.
const mostCredits = 12
const mostPerPerson = 12

interface Found {
  publicationId: string
  workId: string
  reason: string
  /** The lower, the stronger. */
  strength: number
}

/**
 * Up to three live reviews of other works, each with the strongest reason in words: made by the same hands, of the same series, with
 * somebody in common, about a topic in common, of the same year and section. Each work once.
 */
export async function listRelated(review: ReviewCard, most = 3): Promise<{ reason: string; review: ReviewCard }[]> {
  const workId = review.work.id
  const found = [...(await bySeries(workId)), ...(await byPeople(workId))]
  if (countWorks(found) < most) found.push(...(await byTopic(review)))
  if (countWorks(found) < most) found.push(...(await bySection(review, most)))
  const seen = new Set([workId])
  const chosen = found
    .sort((a, b) => a.strength - b.strength)
    .filter(entry => {
      const isNew = !seen.has(entry.workId)
      seen.add(entry.workId)
      return isNew
    })
    .slice(0, most)
  const cards = await listCardsByPublication(chosen.map(entry => entry.publicationId))
  return chosen.flatMap(({ publicationId, reason }) => {
    const card = cards.get(publicationId)
    return card ? [{ reason, review: card }] : []
  })
}

async function byPeople(workId: string): Promise<Found[]> {
  const roles = alsoBy.map(([role]) => role)
  const rows = await db().$queryRaw<
    { publicationId: string; workId: string; role: string; name: string; rank: number }[]
  >`
    SELECT p.id::text AS "publicationId", other.work_id::text AS "workId", mine.role::text AS role, person.name,
      array_position(${roles}::text[], mine.role::text) AS rank
    FROM (
      SELECT person_id, role, position FROM credit
      WHERE work_id = ${workId}::uuid AND role::text = ANY (${roles}::text[])
      ORDER BY array_position(${roles}::text[], role::text), position LIMIT ${mostCredits}
    ) mine
    JOIN person ON person.id = mine.person_id
    CROSS JOIN LATERAL (
      SELECT c.work_id FROM credit c
      WHERE c.person_id = mine.person_id AND c.role = mine.role AND c.work_id <> ${workId}::uuid
      ORDER BY c.id DESC LIMIT ${mostPerPerson}
    ) other
    CROSS JOIN LATERAL (
      SELECT id, published_at FROM publication WHERE work_id = other.work_id AND is_current AND translation_of_id IS NULL ORDER BY published_at DESC LIMIT 1
    ) p
    ORDER BY rank, mine.position, p.published_at DESC LIMIT 24`
  return rows.map(({ role, name, rank, ...row }) => ({
    ...row,
    reason: `${alsoBy.find(([each]) => each === role)?.[1] ?? 'Also with'} ${name}`,
    strength: rank <= makers ? rank : 200 + rank,
  }))
}

async function bySeries(workId: string): Promise<Found[]> {
  const rows = await db().$queryRaw<{ publicationId: string; workId: string; kind: string; name: string }[]>`
    SELECT p.id::text AS "publicationId", other.work_id::text AS "workId", s.kind::text AS kind, s.name
    FROM (
      SELECT series_id, position FROM series_entry WHERE work_id = ${workId}::uuid
        OR work_id = (SELECT parent_id FROM work WHERE id = ${workId}::uuid) LIMIT 4
    ) mine
    JOIN work_series s ON s.id = mine.series_id
    CROSS JOIN LATERAL (
      SELECT work_id, position FROM series_entry WHERE series_id = mine.series_id AND work_id <> ${workId}::uuid
      ORDER BY abs(position - mine.position) LIMIT 12
    ) other
    CROSS JOIN LATERAL (
      SELECT id FROM publication WHERE work_id = other.work_id AND is_current AND translation_of_id IS NULL ORDER BY published_at DESC LIMIT 1
    ) p
    ORDER BY abs(other.position - mine.position) LIMIT 6`
  return rows.map(({ kind, name, ...row }) => ({
    ...row,
    // "Also in the Earthsea series", "Also in the Earthsea franchise"; a name that says so already is left alone.
    reason: /\b(series|trilogy|cycle|saga|universe|franchise)\b/i.test(name)
      ? `Also in ${name}`
      : `Also in the ${name} ${kind}`,
    strength: 100,
  }))
}

async function byTopic({ id, work }: ReviewCard): Promise<Found[]> {
  const rows = await db().$queryRaw<{ publicationId: string; workId: string; name: string; shared: number }[]>`
    SELECT near.id::text AS "publicationId", near.work_id::text AS "workId", min(near.name) AS name, count(*)::int AS shared
    FROM (
      SELECT t.id, t.name FROM publication mine JOIN publication_topic pt ON pt.publication_id = mine.id JOIN topic t ON t.id = pt.topic_id
      WHERE mine.review_id = ${id}::uuid AND mine.is_current LIMIT 8
    ) topic
    CROSS JOIN LATERAL (
      SELECT p.id, p.work_id, p.published_at, topic.name FROM publication_topic pt JOIN publication p ON p.id = pt.publication_id
      WHERE pt.topic_id = topic.id AND p.is_current AND p.translation_of_id IS NULL AND p.work_id <> ${work.id}::uuid
      ORDER BY pt.publication_id DESC LIMIT 40
    ) near
    GROUP BY near.id, near.work_id, near.published_at ORDER BY shared DESC, near.published_at DESC LIMIT 6`
  return rows.map(({ name, shared, ...row }) => ({
    ...row,
    reason: `Topic in common: ${name}`,
    strength: 400 - shared,
  }))
}

async function bySection({ section, work }: ReviewCard, most: number): Promise<Found[]> {
  const rows = await db().$queryRaw<{ publicationId: string; workId: string; isSameYear: boolean }[]>`
    (SELECT p.id::text AS "publicationId", p.work_id::text AS "workId", true AS "isSameYear" FROM (
      SELECT id FROM work WHERE release_year = ${work.year}::int AND kind::text = ${work.kind} AND id <> ${work.id}::uuid
      ORDER BY id DESC LIMIT 60
    ) w JOIN publication p ON p.work_id = w.id AND p.is_current AND p.translation_of_id IS NULL AND p.section_id = ${section.id}::uuid
    ORDER BY p.published_at DESC LIMIT ${most})
    UNION ALL
    (SELECT id::text, work_id::text, false FROM publication
    WHERE section_id = ${section.id}::uuid AND is_current AND translation_of_id IS NULL AND work_id <> ${work.id}::uuid
    ORDER BY published_at DESC LIMIT ${most * 2})`
  return rows.map(({ isSameYear, ...row }) => ({
    ...row,
    reason: isSameYear ? `Same year, same section: ${section.name}, ${work.year}` : `Also in ${section.name}`,
    strength: isSameYear ? 500 : 600,
  }))
}

function countWorks(found: Found[]): number {
  return new Set(found.map(entry => entry.workId)).size
}
