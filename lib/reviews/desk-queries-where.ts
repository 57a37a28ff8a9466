import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { containing } from '#lib/db/like.ts'
import { getToday } from '#lib/workflow/desk-queries-today.ts'
import { addDays } from '#lib/workflow/workflow.ts'
import { worksCalled } from '#lib/works/desk-queries-called.ts'
import type { DeskDue, DeskFilter, DeskSort } from './desk-filter.ts'

// A filter of the desk as the database is asked it.

/** How lists at the desk can be sorted. */
export const orders: Record<DeskSort, Prisma.ReviewOrderByWithRelationInput[]> = {
  updated: [{ updatedAt: 'desc' }, { id: 'desc' }],
  published: [{ publishedAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
  due: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { priority: 'desc' }, { id: 'desc' }],
  title: [{ title: 'asc' }, { id: 'asc' }],
}

/** What a filter asks for, but for the state: for an `AND`. */
export async function filterParts(editor: Editor, filter: DeskFilter): Promise<Prisma.ReviewWhereInput[]> {
  const { text, section, critic, work, kind, step, assignee, due, priority } = filter
  const parts: Prisma.ReviewWhereInput[] = []
  if (step) parts.push({ stepId: step }, notLive)
  if (assignee) parts.push({ assigneeId: assignee === 'me' ? editor.id : assignee === 'nobody' ? null : assignee })
  if (priority) parts.push({ priority })
  if (due) parts.push(notLive, { dueOn: dueRange(due, await getToday()) })
  if (section) parts.push({ section: { slug: section } })
  if (critic) parts.push({ critics: { some: { critic: { slug: critic } } } })
  if (work) parts.push({ work: { slug: work } })
  if (kind) parts.push({ kind })
  if (text !== '') parts.push({ OR: await placesOf(text) })
  return parts
}

/** What readers do not see, as the index of the board says it. */
export const notLive: Prisma.ReviewWhereInput = { OR: [{ publishedVersion: null }, { retractedAt: { not: null } }] }

function dueRange(due: DeskDue, today: string): Prisma.DateTimeNullableFilter | null {
  const at = (days: number) => new Date(addDays(today, days))
  if (due === 'none') return null
  if (due === 'set') return { not: null }
  if (due === 'late') return { lt: at(0) }
  return due === 'today' ? { equals: at(0) } : { gte: at(0), lt: at(7) }
}

/** Where the text is looked for, without regard to case. Works and critics are found first: by their own indexes, and once. */
async function placesOf(text: string): Promise<Prisma.ReviewWhereInput[]> {
  const fits = containing(text)
  const [works, critics] = await Promise.all([
    worksCalled(text),
    db().critic.findMany({ where: { name: fits }, select: { id: true } }),
  ])
  const ofWork = { OR: [{ title: fits }, { originalTitle: fits }, { parent: { title: fits } }] }
  return [
    { title: fits },
    works ? { workId: { in: works } } : { work: ofWork },
    ...(critics.length > 0 ? [{ critics: { some: { criticId: { in: critics.map(({ id }) => id) } } } }] : []),
  ]
}
