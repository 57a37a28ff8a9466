import { pathOf } from '#lib/addresses/addresses.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { literally } from '#lib/db/like.ts'
import { roleName, titleWithin } from '#lib/works/works.ts'
import { contentOfPerson, type PersonContent } from './people-schema.ts'

export const deskPeoplePerPage = 50

export interface DeskPersonRow {
  id: string
  name: string
  kind: 'person' | 'group'
  aliases: string[]
  credits: number
  /** How many live reviews there are of what they are credited in. */
  reviews: number
}

/** Everybody who is credited, by name, fifty to a page; what was typed is found in names and aliases, accents and slips forgiven. */
export async function listDeskPeople(
  _editor: Editor,
  { text, page }: { text: string; page: number },
): Promise<{ people: DeskPersonRow[]; total: number; page: number; pages: number }> {
  const found = text === '' ? null : await findPeople(text, 1000)
  const total = found ? found.length : await db().person.count({ where: { mergedIntoId: null, trashedAt: null } })
  const pages = Math.max(1, Math.ceil(total / deskPeoplePerPage))
  const at = Math.min(page, pages)
  const skip = (at - 1) * deskPeoplePerPage
  const ids = found
    ? found.slice(skip, skip + deskPeoplePerPage)
    : (
        await db().person.findMany({
          where: { mergedIntoId: null, trashedAt: null },
          select: { id: true },
          orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
          skip,
          take: deskPeoplePerPage,
        })
      ).map(row => row.id)
  return { people: await rowsOf(ids), total, page: at, pages }
}

/** Who the words may mean, likeliest first: for choosing one. */
export async function choosePeople(_editor: Editor, text: string, take = 8): Promise<DeskPersonRow[]> {
  return text === '' ? [] : rowsOf((await findPeople(text, take)).slice(0, take))
}

export interface DeskPersonPage {
  id: string
  version: number
  content: PersonContent
  livePath: string | null
  credits: { id: string; workId: string; title: string; year: number | null; role: string; character: string | null }[]
  /** How many credits there are; the page shows the newest hundred. */
  total: number
  may: { edit: boolean; regroup: boolean }
}

export const mostCreditsShown = 100

/** Somebody with all that the desk edits; null when there is nobody, or they were merged into another. */
export async function getDeskPerson(editor: Editor, id: string): Promise<DeskPersonPage | null> {
  const person = await db().person.findFirst({
    where: { id, mergedIntoId: null, trashedAt: null },
    include: {
      externalIds: { orderBy: [{ scheme: 'asc' }, { value: 'asc' }], select: { scheme: true, value: true } },
      credits: {
        orderBy: [{ work: { releaseYear: { sort: 'desc', nulls: 'last' } } }, { id: 'asc' }],
        take: mostCreditsShown,
        include: {
          work: { select: { id: true, title: true, releaseYear: true, parent: { select: { title: true } } } },
        },
      },
      _count: { select: { credits: true } },
    },
  })
  if (!person) return null
  const path = pathOf('person', person.slug)
  const address = await db().address.findFirst({ where: { path, state: 'live', subjectId: id } })
  return {
    id,
    version: person.version,
    content: contentOfPerson(person),
    livePath: address ? path : null,
    credits: person.credits.map(({ id: creditId, role, character, work }) => ({
      id: creditId,
      workId: work.id,
      title: titleWithin(work.parent?.title, work.title),
      year: work.releaseYear,
      role: roleName(role),
      character,
    })),
    total: person._count.credits,
    may: { edit: can(editor, 'work.edit'), regroup: can(editor, 'work.regroup') },
  }
}

async function rowsOf(ids: string[]): Promise<DeskPersonRow[]> {
  if (ids.length === 0) return []
  const people = await db().person.findMany({
    where: { id: { in: ids } },
    include: { _count: { select: { credits: true } } },
  })
  const counts = await db().$queryRaw<{ id: string; reviews: number }[]>`
    SELECT c.person_id::text AS id, count(DISTINCT p.review_id)::int AS reviews
    FROM credit c JOIN publication p ON p.work_id = c.work_id AND p.is_current
    WHERE c.person_id = ANY (${ids}::uuid[]) GROUP BY c.person_id`
  const reviews = new Map(counts.map(row => [row.id, row.reviews]))
  return ids.flatMap(id => {
    const person = people.find(row => row.id === id)
    if (!person) return []
    const { name, kind, aliases } = person
    return [{ id, name, kind, aliases, credits: person._count.credits, reviews: reviews.get(id) ?? 0 }]
  })
}

/** Ids of people by likeness to what was typed: in the index of names, which has those with a page, and in that of the names as they are written. */
async function findPeople(text: string, most: number): Promise<string[]> {
  const within = `%${literally(text)}%`
  const typed = Prisma.sql`search_fold(${text})`
  // Two letters wrong in a word of seven leave two fifths of its trigrams.
  const likeness = db().$queryRaw`SELECT set_config('pg_trgm.word_similarity_threshold', '0.4', true)`
  const found = db().$queryRaw<{ id: string }[]>`
    WITH typed AS MATERIALIZED (SELECT ${typed} AS words),
    found AS (
      SELECT n.id FROM search_name n, typed WHERE n.noun = 'person' AND typed.words <> ''
        AND (typed.words <% n.name OR n.words @@ plainto_tsquery('simple', typed.words))
      UNION
      SELECT p.id FROM person p WHERE p.name ILIKE ${within}
      UNION
      SELECT p.id FROM person p WHERE p.aliases <> '{}' AND array_to_string(p.aliases, ' . ') ILIKE ${within}
      UNION
      SELECT p.id FROM person p, typed WHERE typed.words <% p.name
    )
    SELECT p.id::text FROM found JOIN person p USING (id), typed
    WHERE p.merged_into_id IS NULL AND p.trashed_at IS NULL
    ORDER BY search_fold(p.name) = typed.words DESC,
      similarity(search_fold(concat_ws(' ', p.name, array_to_string(p.aliases, ' '))), typed.words) DESC, p.sort_name, p.id
    LIMIT ${most}`
  const [, rows] = await db().$transaction([likeness, found])
  return rows.map(row => row.id)
}
