import { cache } from 'react'
import { pathOf } from '#lib/addresses/addresses.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { listCardsByPublication } from '#lib/reviews/published-by-id.ts'
import type { Link, ReviewCard } from '#lib/reviews/reviews.ts'

export interface ListCard {
  id: string
  path: string
  title: string
  standfirst: string
  publishedAt: string
  critic: Link | null
  isRanked: boolean
  /** How many works readers see in it. */
  count: number
}

export interface ListPage extends ListCard {
  modifiedAt: string
  topic: Link | null
  /** From rank 1. Works without a live review are left out, and the ranks closed. */
  entries: { rank: number; note: string; review: ReviewCard }[]
  page: number
  pages: number
}

export interface ListsPage {
  lists: ListCard[]
  total: number
  page: number
  pages: number
}

export const listsPerPage = 20
export const listEntriesPerPage = 50

const live = { publishedAt: { not: null } } satisfies Prisma.ListWhereInput
const newestFirst = [{ publishedAt: 'desc' }, { id: 'desc' }] satisfies Prisma.ListOrderByWithRelationInput[]
const include = { critic: true, topic: true } as const

/** Published lists, newest first; those of one topic or critic when it is given. */
export async function listLists(most = 50, of: { topicId?: string; criticId?: string } = {}): Promise<ListCard[]> {
  return withCounts(await db().list.findMany({ where: { ...live, ...of }, orderBy: newestFirst, take: most, include }))
}

/** Published lists by their ids, in no order. */
export async function listListsById(ids: string[]): Promise<ListCard[]> {
  return withCounts(await db().list.findMany({ where: { ...live, id: { in: ids } }, include }))
}

/** One numbered page of all published lists; a page past the end is the last one. */
export const getListsPage = cache(async (asked: number): Promise<ListsPage> => {
  const total = await db().list.count({ where: live })
  const pages = Math.max(1, Math.ceil(total / listsPerPage))
  const page = Math.min(Math.max(1, asked), pages)
  const skip = (page - 1) * listsPerPage
  const rows = await db().list.findMany({ where: live, orderBy: newestFirst, skip, take: listsPerPage, include })
  return { lists: await withCounts(rows), total, page, pages }
})

/** A list, at `/lists/<slug>`, fifty entries to a page. Each work stands with the newest review by whoever signs the list, and else with its newest. */
export const getListPage = cache(async (slug: string, asked = 1): Promise<ListPage | null> => {
  const row = await db().list.findFirst({ where: { slug, ...live }, include })
  if (!row) return null
  const shown = await db().$queryRaw<{ note: string; publicationId: string }[]>`
    SELECT e.note, p.id AS "publicationId" FROM list_entry e CROSS JOIN LATERAL (
      SELECT id FROM publication WHERE work_id = e.work_id AND is_current AND translation_of_id IS NULL
      ORDER BY EXISTS (
        SELECT FROM publication_critic c WHERE c.publication_id = publication.id AND c.critic_id = ${row.criticId}::uuid
      ) DESC, published_at DESC, id DESC LIMIT 1
    ) p WHERE e.list_id = ${row.id}::uuid ORDER BY e.position`
  const pages = Math.max(1, Math.ceil(shown.length / listEntriesPerPage))
  const page = Math.min(Math.max(1, asked), pages)
  const before = (page - 1) * listEntriesPerPage
  const here = shown.slice(before, before + listEntriesPerPage)
  const reviews = await listCardsByPublication(here.map(entry => entry.publicationId))
  return {
    ...card(row),
    count: shown.length,
    modifiedAt: (row.modifiedAt ?? row.publishedAt ?? new Date(0)).toISOString(),
    topic: row.topic && { id: row.topic.id, name: row.topic.name, path: pathOf('topic', row.topic.slug) },
    entries: here.flatMap(({ note, publicationId }, index) => {
      const review = reviews.get(publicationId)
      return review ? [{ rank: before + index + 1, note, review }] : []
    }),
    page,
    pages,
  }
})

type Row = Prisma.ListGetPayload<{ include: typeof include }>

async function withCounts(rows: Row[]): Promise<ListCard[]> {
  const counts = await db().$queryRaw<{ listId: string; count: number }[]>`
    SELECT e.list_id AS "listId", count(*)::int AS count FROM list_entry e
    WHERE e.list_id = ANY(${rows.map(row => row.id)}::uuid[])
      AND EXISTS (SELECT FROM publication p WHERE p.work_id = e.work_id AND p.is_current)
    GROUP BY e.list_id`
  const byId = new Map(counts.map(({ listId, count }) => [listId, count]))
  return rows.map(row => ({ ...card(row), count: byId.get(row.id) ?? 0 }))
}

function card(row: Row): Omit<ListCard, 'count'> {
  return {
    id: row.id,
    path: pathOf('list', row.slug),
    title: row.title,
    standfirst: row.standfirst,
    publishedAt: (row.publishedAt ?? new Date(0)).toISOString(),
    critic: row.critic && { id: row.critic.id, name: row.critic.name, path: pathOf('critic', row.critic.slug) },
    isRanked: row.isRanked,
  }
}
