import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { DeskFilter } from '#lib/reviews/desk-filter.ts'
import { filterParts, notLive, orders } from '#lib/reviews/desk-queries-where.ts'
import { readableBy } from '#lib/reviews/desk-scope.ts'
import { findCards } from './desk-queries-cards.ts'
import type { Card, Step } from './workflow.ts'

export interface Board {
  /** A column to each step, in order, with its first cards: what matters most and is due first stands first. */
  columns: { stepId: string; cards: Card[]; total: number }[]
  /** What has a time at which it goes out, the next first. It stands in its step as well. */
  scheduled: Card[]
  /** What went out last. */
  live: Card[]
}

const mostCards = 50
const lately = 8
const cardOrder: Prisma.ReviewOrderByWithRelationInput[] = [
  { priority: 'desc' },
  { dueOn: { sort: 'asc', nulls: 'last' } },
  { updatedAt: 'desc' },
  { id: 'desc' },
]

/** What is on its way to readers, and what has just come there, as far as this editor may read it and the filter says. */
export async function getBoard(editor: Editor, steps: readonly Step[], filter: DeskFilter): Promise<Board> {
  const open = { AND: [readableBy(editor), ...(await filterParts(editor, { ...filter, step: null }))] }
  const waiting = { AND: [open, notLive] }
  const [counts, scheduled, live, ...columns] = await Promise.all([
    db().review.groupBy({ by: ['stepId'], where: waiting, _count: true }),
    findCards(
      editor,
      { AND: [open, { schedules: { some: { state: 'waiting', verb: 'publish' } } }] },
      { orderBy: cardOrder, take: mostCards },
    ),
    findCards(
      editor,
      { AND: [open, { publishedVersion: { not: null }, retractedAt: null }] },
      { orderBy: orders.published, take: lately },
    ),
    ...steps.map(({ id }) =>
      findCards(editor, { AND: [waiting, { stepId: id }] }, { orderBy: cardOrder, take: mostCards }),
    ),
  ])
  return {
    columns: steps.map(({ id }, index) => ({
      stepId: id,
      cards: columns[index] ?? [],
      total: counts.find(({ stepId }) => stepId === id)?._count ?? 0,
    })),
    scheduled: scheduled.toSorted((one, other) => (one.goesOut ?? '').localeCompare(other.goesOut ?? '')),
    live,
  }
}
