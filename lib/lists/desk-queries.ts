import { pathOf } from '#lib/addresses/addresses.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can, policy } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { shortRating } from '#lib/ratings/ratings.ts'
import { listCardsByPublication } from '#lib/reviews/published-by-id.ts'
import { deskWorkSelect, searchWorks, toDeskWork, workDetail } from '#lib/works/desk-queries.ts'
import type { DeskWork } from '#lib/works/desk-works.ts'
import type { DeskList, DeskListRow, ListedWork } from './desk-lists.ts'
import type { ListState } from './lists.ts'
import { contentOfList, ownedList, storedListInclude } from './stored-list.ts'

export const deskListsPerPage = 25

export interface DeskListFilter {
  scope: 'all' | 'mine'
  state: ListState | null
  page: number
}

export interface DeskLists {
  rows: DeskListRow[]
  total: number
  page: number
  pages: number
  counts: Record<'all' | 'draft' | 'live', number>
}

/** The lists that this editor may edit and that fit, last changed first, twenty-five to a page. */
export async function listDeskLists(editor: Editor, { scope, state, page: asked }: DeskListFilter): Promise<DeskLists> {
  const open = { AND: [editableBy(editor), scope === 'mine' ? ownOf(editor) : {}] }
  const ofState = (which: ListState): Prisma.ListWhereInput => ({
    publishedAt: which === 'live' ? { not: null } : null,
  })
  const [draft, live] = await Promise.all([
    db().list.count({ where: { AND: [open, ofState('draft')] } }),
    db().list.count({ where: { AND: [open, ofState('live')] } }),
  ])
  const counts = { draft, live, all: draft + live }
  const total = counts[state ?? 'all']
  const pages = Math.max(1, Math.ceil(total / deskListsPerPage))
  const page = Math.min(asked, pages)
  const rows = await db().list.findMany({
    where: state ? { AND: [open, ofState(state)] } : open,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: { critic: { select: { name: true } }, _count: { select: { entries: true } } },
    skip: (page - 1) * deskListsPerPage,
    take: deskListsPerPage,
  })
  return { rows: rows.map(toRow), total, page, pages, counts }
}

/** A list as it is edited; null when there is none, or it is not this editor's to edit. */
export async function getDeskList(editor: Editor, id: string): Promise<DeskList | null> {
  const row = await db().list.findUnique({ where: { id, trashedAt: null }, include: storedListInclude })
  if (!row || !can(editor, 'list.edit', ownedList(row))) return null
  const works = await db().work.findMany({
    where: { id: { in: row.entries.map(entry => entry.workId) } },
    select: deskWorkSelect,
  })
  const listed = await withReviews(works.map(toDeskWork), row.criticId)
  return {
    id: row.id,
    version: row.version,
    state: row.publishedAt ? 'live' : 'draft',
    path: row.publishedAt ? pathOf('list', row.slug) : null,
    content: contentOfList(row),
    works: Object.fromEntries(listed.map(work => [work.id, work])),
  }
}

/** Works to add to a list that this critic signs, likeliest first, each with what readers would see of it. */
export async function searchWorksForList(
  editor: Editor,
  query: string,
  criticId: string | null = null,
): Promise<ListedWork[]> {
  return withReviews(await searchWorks(editor, query, { take: 12 }), criticId)
}

export interface ListChoices {
  /** Whose list it can be: everybody for those who may lend bylines, oneself for the others. */
  critics: { id: string; name: string }[]
  topics: { id: string; name: string }[]
  sections: { id: string; name: string }[]
}

/** What a list can be given. */
export async function listChoices(editor: Editor): Promise<ListChoices> {
  const select = { id: true, name: true } as const
  const isAny = policy['list.edit'][editor.role] === 'any'
  const [critics, topics, sections] = await Promise.all([
    db().critic.findMany({
      where: isAny ? {} : { id: { in: editor.criticId ? [editor.criticId] : [] } },
      select,
      orderBy: { name: 'asc' },
    }),
    db().topic.findMany({ select, orderBy: { name: 'asc' } }),
    db().section.findMany({ select, orderBy: [{ position: 'asc' }, { name: 'asc' }] }),
  ])
  return { critics, topics, sections }
}

/** The same rule as `can(editor, 'list.edit', list)`, for a `where`; what is in the trash is nobody's to edit. */
function editableBy(editor: Editor): Prisma.ListWhereInput {
  const grant = policy['list.edit'][editor.role]
  const here = { trashedAt: null }
  if (grant === 'any') return here
  return grant === 'own' ? { ...here, ...ownOf(editor) } : { id: { in: [] } }
}

function ownOf(editor: Editor): Prisma.ListWhereInput {
  return { OR: [{ createdById: editor.id }, ...(editor.criticId ? [{ criticId: editor.criticId }] : [])] }
}

async function withReviews(works: DeskWork[], criticId: string | null): Promise<ListedWork[]> {
  const newest = await db().$queryRaw<{ workId: string; id: string }[]>`
    SELECT DISTINCT ON (p.work_id) p.work_id AS "workId", p.id FROM publication p
    WHERE p.is_current AND p.translation_of_id IS NULL AND p.work_id = ANY(${works.map(work => work.id)}::uuid[])
    ORDER BY p.work_id, EXISTS (
      SELECT FROM publication_critic c WHERE c.publication_id = p.id AND c.critic_id = ${criticId}::uuid
    ) DESC, p.published_at DESC, p.id DESC`
  const cards = await listCardsByPublication(newest.map(row => row.id))
  const byWork = new Map(newest.map(row => [row.workId, cards.get(row.id)]))
  return works.map(work => {
    const card = byWork.get(work.id)
    return {
      id: work.id,
      title: work.title,
      detail: workDetail(work),
      review: card
        ? {
            verdict: card.verdict,
            rating: card.rating && shortRating(card.rating),
            critics: card.critics.map(critic => critic.name).join(' and '),
          }
        : null,
    }
  })
}

type Row = Prisma.ListGetPayload<{
  include: { critic: { select: { name: true } }; _count: { select: { entries: true } } }
}>

function toRow(row: Row): DeskListRow {
  return {
    id: row.id,
    title: row.title,
    critic: row.critic?.name ?? null,
    state: row.publishedAt ? 'live' : 'draft',
    count: row._count.entries,
    createdAt: row.createdAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
  }
}
