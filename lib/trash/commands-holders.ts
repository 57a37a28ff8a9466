import { Prisma } from '#lib/db/generated/client.ts'
import { checkProse, mediaIds, mentionIds } from '#lib/prose/prose.ts'
import { type Holder, type TrashKind, trashFolder } from './trash.ts'

// What needs something that is to be thrown away, and what something that comes back needs.

type Tx = Prisma.TransactionClient
const { sql } = Prisma
/** More than this are not named. */
const most = 20

/** What still needs something, what is in the trash itself left out. Of a picture `lib/media` says it. */
export async function holdersOf(tx: Tx, kind: Exclude<TrashKind, 'media'>, id: string): Promise<Holder[]> {
  const query = holding[kind](id)
  if (!query) return []
  const rows = await tx.$queryRaw<{ kind: TrashKind; id: string; name: string }[]>`
    SELECT DISTINCT kind, id::text, name FROM (${query}) held ORDER BY name, id LIMIT ${most}`
  return rows.map(toHolder)
}

const review = sql`'review' AS kind, r.id, coalesce(nullif(r.title, ''), 'A review without a headline') AS name`

const holding: Record<Exclude<TrashKind, 'media'>, (id: string) => Prisma.Sql | null> = {
  review: id => sql`
    SELECT ${review} FROM review r WHERE r.trashed_at IS NULL AND (r.translation_of_id = ${id}::uuid OR r.rereview_of_id = ${id}::uuid)
    UNION SELECT ${review} FROM publication p JOIN review r ON r.id = p.review_id
      WHERE p.is_current AND (p.translation_of_id = ${id}::uuid OR p.rereview_of_id = ${id}::uuid)`,
  list: () => null,
  work: id => sql`
    SELECT ${review} FROM review r WHERE r.trashed_at IS NULL AND (r.work_id = ${id}::uuid OR mentions_in(r.body) @> jsonb_build_array(${id}::text))
    UNION SELECT ${review} FROM publication p JOIN review r ON r.id = p.review_id
      WHERE r.trashed_at IS NULL AND (p.work_id = ${id}::uuid OR (p.is_current AND mentions_in(p.body) @> jsonb_build_array(${id}::text)))
    UNION SELECT 'work', w.id, w.title FROM work w WHERE w.trashed_at IS NULL AND w.parent_id = ${id}::uuid AND w.merged_into_id IS NULL
    UNION SELECT 'list', l.id, coalesce(nullif(l.title, ''), 'A list without a title') FROM list_entry e JOIN list l ON l.id = e.list_id
      WHERE l.trashed_at IS NULL AND e.work_id = ${id}::uuid
    UNION SELECT 'series', s.id, s.name FROM series_entry e JOIN work_series s ON s.id = e.series_id
      WHERE s.trashed_at IS NULL AND e.work_id = ${id}::uuid`,
  person: id => sql`
    SELECT 'work' AS kind, w.id, w.title AS name FROM credit c JOIN work w ON w.id = c.work_id
      WHERE w.trashed_at IS NULL AND c.person_id = ${id}::uuid
    UNION SELECT ${review} FROM review r WHERE r.trashed_at IS NULL AND mentions_in(r.body) @> jsonb_build_array(${id}::text)
    UNION SELECT ${review} FROM publication p JOIN review r ON r.id = p.review_id
      WHERE p.is_current AND mentions_in(p.body) @> jsonb_build_array(${id}::text)`,
  series: id => sql`
    SELECT 'work' AS kind, w.id, w.title AS name FROM series_entry e JOIN work w ON w.id = e.work_id WHERE e.series_id = ${id}::uuid`,
}

/** What something needs that is in the trash as well: it has to come back first. */
export async function missingFor(tx: Tx, kind: TrashKind, id: string): Promise<Holder[]> {
  const needed = await neededBy(tx, kind, id)
  const inTrash = { trashedAt: { not: null } }
  const named = (ids: string[]) => ({ where: { ...inTrash, id: { in: ids } }, take: most })
  const [works, people, pictures, reviews] = await Promise.all([
    tx.work.findMany({ ...named(needed.works), select: { id: true, title: true } }),
    tx.person.findMany({ ...named(needed.people), select: { id: true, name: true } }),
    tx.media.findMany({ ...named(needed.pictures), select: { id: true, title: true } }),
    tx.review.findMany({ ...named(needed.reviews), select: { id: true, title: true } }),
  ])
  return [
    ...works.map(row => toHolder({ kind: 'work', id: row.id, name: row.title })),
    ...people.map(row => toHolder({ kind: 'person', ...row })),
    ...pictures.map(row => toHolder({ kind: 'media', id: row.id, name: row.title || 'A picture' })),
    ...reviews.map(row => toHolder({ kind: 'review', id: row.id, name: row.title || 'A review without a headline' })),
  ]
}

interface Needed {
  works: string[]
  people: string[]
  pictures: string[]
  reviews: string[]
}

const nothing: Needed = { works: [], people: [], pictures: [], reviews: [] }
const given = (...ids: (string | null)[]) => ids.flatMap(id => id ?? [])

async function neededBy(tx: Tx, kind: TrashKind, id: string): Promise<Needed> {
  const one = { where: { id } }
  if (kind === 'review') {
    const row = await tx.review.findUniqueOrThrow(one)
    const body = checkProse(row.body)
    const mentions = body.ok ? mentionIds(body.prose) : []
    return {
      works: [...given(row.workId), ...mentions],
      people: mentions,
      pictures: [...given(row.imageId), ...(body.ok ? mediaIds(body.prose) : [])],
      reviews: given(row.rereviewOfId, row.translationOfId),
    }
  }
  if (kind === 'work') {
    const row = await tx.work.findUniqueOrThrow({ ...one, include: { credits: { select: { personId: true } } } })
    const people = row.credits.map(credit => credit.personId)
    return { ...nothing, works: given(row.parentId), people, pictures: given(row.imageId) }
  }
  if (kind !== 'list') return nothing
  const entries = await tx.listEntry.findMany({ where: { listId: id }, select: { workId: true } })
  return { ...nothing, works: entries.map(entry => entry.workId) }
}

function toHolder({ kind, id, name }: { kind: TrashKind; id: string; name: string }): Holder {
  return { name, href: `${trashFolder(kind)}/${id}` }
}
