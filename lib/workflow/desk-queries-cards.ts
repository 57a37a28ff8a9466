import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { planOf } from './commands.ts'
import type { Card } from './workflow.ts'

const cardSelect = {
  id: true,
  title: true,
  stepId: true,
  stepAt: true,
  assigneeId: true,
  assignee: { select: { name: true } },
  dueOn: true,
  priority: true,
  planVersion: true,
  publishedVersion: true,
  publishedAt: true,
  retractedAt: true,
  createdById: true,
  schedules: { where: { state: 'waiting', verb: 'publish' }, select: { at: true } },
  work: { select: { title: true } },
  critics: { orderBy: { position: 'asc' }, select: { criticId: true, critic: { select: { name: true } } } },
} satisfies Prisma.ReviewSelect

type CardRow = Prisma.ReviewGetPayload<{ select: typeof cardSelect }>

/** Reviews as cards: only what a card shows is read, and never a text. */
export async function findCards(
  editor: Editor,
  where: Prisma.ReviewWhereInput,
  rest: { orderBy: Prisma.ReviewOrderByWithRelationInput[]; take: number },
): Promise<(Card & { publishedAt: string | null })[]> {
  const rows = await db().review.findMany({ where, ...rest, select: cardSelect })
  return rows.map(row => ({ ...toCard(editor, row), publishedAt: row.publishedAt?.toISOString() ?? null }))
}

function toCard(editor: Editor, row: CardRow): Card {
  const isLive = row.publishedVersion !== null && !row.retractedAt
  const owned = {
    createdById: row.createdById,
    criticIds: row.critics.map(({ criticId }) => criticId),
    wasPublished: row.publishedAt !== null,
    assigneeId: row.assigneeId,
  }
  return {
    ...planOf(row),
    id: row.id,
    title: row.title,
    work: row.work?.title ?? null,
    critics: row.critics.map(({ critic }) => critic.name),
    assignee: row.assignee?.name ?? null,
    stepAt: row.stepAt.toISOString(),
    goesOut: row.schedules[0]?.at.toISOString() ?? null,
    version: row.planVersion,
    mayMove: !isLive && can(editor, 'review.edit', owned),
  }
}
