import type { Editor } from '#lib/auth/editor.ts'
import { policy } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { containing } from '#lib/db/like.ts'
import { choosePeople } from '#lib/people/desk-queries.ts'
import { orders } from '#lib/reviews/desk-queries-where.ts'
import { readableBy } from '#lib/reviews/desk-scope.ts'
import { searchWorks, workDetail } from '#lib/works/desk-queries.ts'
import type { FoundAtDesk } from './desk-find.ts'

/** Of each kind. */
const most = 5

/** What this editor may open that is called so, a few of each kind. Nothing typed: the reviews that changed last. */
export async function findAtDesk(editor: Editor, typed: string): Promise<FoundAtDesk[]> {
  if (typed === '') return findReviews(editor, typed)
  const found = await Promise.all([
    findReviews(editor, typed),
    findWorks(editor, typed),
    findPeople(editor, typed),
    findLists(editor, typed),
    findSeries(typed),
  ])
  return found.flat()
}

async function findReviews(editor: Editor, typed: string): Promise<FoundAtDesk[]> {
  const rows = await db().review.findMany({
    where: { AND: [readableBy(editor), typed === '' ? {} : { title: containing(typed) }] },
    select: { id: true, title: true, work: { select: { title: true, releaseYear: true } } },
    orderBy: orders.updated,
    take: most,
  })
  return rows.map(({ id, title, work }) => ({
    kind: 'review',
    id,
    name: title || 'Without a headline',
    detail: ['Review', work && `${work.title}${work.releaseYear ? ` (${work.releaseYear})` : ''}`]
      .filter(Boolean)
      .join(' · '),
  }))
}

async function findWorks(editor: Editor, typed: string): Promise<FoundAtDesk[]> {
  const works = await searchWorks(editor, typed, { take: most })
  return works.map(work => ({ kind: 'work', id: work.id, name: work.title, detail: workDetail(work) }))
}

async function findPeople(editor: Editor, typed: string): Promise<FoundAtDesk[]> {
  const people = await choosePeople(editor, typed, most)
  return people.map(({ id, name, kind, credits }) => ({
    kind: 'person',
    id,
    name,
    detail: `${kind === 'group' ? 'Group' : 'Person'} · ${credits === 1 ? 'one credit' : `${credits} credits`}`,
  }))
}

async function findLists({ id, role }: Editor, typed: string): Promise<FoundAtDesk[]> {
  const grant = policy['list.edit'][role]
  if (grant === 'no') return []
  const rows = await db().list.findMany({
    where: { trashedAt: null, title: containing(typed), ...(grant !== 'any' && { createdById: id }) },
    select: { id: true, title: true },
    orderBy: { createdAt: 'desc' },
    take: most,
  })
  return rows.map(row => ({ kind: 'list', id: row.id, name: row.title, detail: 'List' }))
}

async function findSeries(typed: string): Promise<FoundAtDesk[]> {
  const rows = await db().workSeries.findMany({
    where: { trashedAt: null, name: containing(typed) },
    select: { id: true, name: true },
    orderBy: { sortName: 'asc' },
    take: most,
  })
  return rows.map(({ id, name }) => ({ kind: 'series', id, name, detail: 'Series' }))
}
