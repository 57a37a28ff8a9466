import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { notLive } from '#lib/reviews/desk-queries-where.ts'
import { readableBy } from '#lib/reviews/desk-scope.ts'
import { findCards } from './desk-queries-cards.ts'
import { getToday } from './desk-queries-today.ts'
import type { Card } from './workflow.ts'

export interface HomeWork {
  /** The publication's day. */
  today: string
  /** Given to this editor and not live, what is due first at the top. */
  yours: Card[]
  yourCount: number
  /** Of others, for who sees to it that things come: what is over its day. */
  late: Card[]
  lateCount: number
}

const shown = 6

/** What was given to somebody, and what is late. */
export async function getHomeWork(editor: Editor): Promise<HomeWork> {
  const today = await getToday()
  const open = [readableBy(editor), notLive]
  const yours = { AND: [...open, { assigneeId: editor.id }] }
  const late = {
    AND: [
      ...open,
      { dueOn: { lt: new Date(today) } },
      { OR: [{ assigneeId: null }, { assigneeId: { not: editor.id } }] },
    ],
  }
  const order = [{ dueOn: { sort: 'asc', nulls: 'last' } }, { priority: 'desc' }, { id: 'asc' }] as const
  const list = { orderBy: [...order], take: shown }
  const mayPlan = can(editor, 'review.plan')
  const [mine, yourCount, others, lateCount] = await Promise.all([
    findCards(editor, yours, list),
    db().review.count({ where: yours }),
    mayPlan ? findCards(editor, late, list) : [],
    mayPlan ? db().review.count({ where: late }) : 0,
  ])
  return { today, yours: mine, yourCount, late: others, lateCount }
}
