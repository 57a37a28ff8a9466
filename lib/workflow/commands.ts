import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { notePlan } from './commands-note.ts'
import { readSteps } from './commands-steps.ts'
import { mayMoveInto, type Plan, type PlanChange, type Step } from './workflow.ts'

type Tx = Prisma.TransactionClient

export type PlanRefusal = 'not-found' | 'not-allowed' | 'live' | 'stale' | 'no-step' | 'no-person'

export interface Planned {
  /** What was changed, with the change that takes it back. */
  changed: { id: string; title: string; version: number; undo: PlanChange }[]
  refused: { id: string; title: string; code: PlanRefusal }[]
}

/** A locked row with what is asked about it. */
export type PlannedRow = Prisma.ReviewGetPayload<{ include: typeof planInclude }>

export const planInclude = {
  step: true,
  assignee: { select: { id: true, name: true } },
  critics: { select: { criticId: true, critic: { select: { userId: true } } } },
} satisfies Prisma.ReviewInclude

/**
 * Changes what is planned for reviews: step, assignee, day, priority. Each review wholly or not at all; one that is refused does not keep
 * the others. What is so already counts as changed, so that a request which is sent again is answered as the first.
 * Refused: not found (also what they may not read), a step without `review.edit` or whose movers they are not among, the rest without
 * `review.plan`, a step for what readers see, a plan that somebody has changed since, a step or a person that is not there.
 */
export function planReviews(editor: Editor, changes: readonly PlanChange[]): Promise<Planned> {
  return db().$transaction(async tx => {
    const ids = changes.map(({ id }) => id)
    // Before the reviews, as a change of the steps holds them: otherwise two could wait for each other.
    const steps = await readSteps(tx)
    await tx.$queryRaw`SELECT id FROM review WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
    const rows = new Map(
      (await tx.review.findMany({ where: { id: { in: ids } }, include: planInclude })).map(row => [row.id, row]),
    )
    const outcome: Planned = { changed: [], refused: [] }
    for (const change of changes) {
      const row = rows.get(change.id)
      const { id } = change
      if (!row || row.trashedAt || !can(editor, 'review.read', ownedRow(row))) {
        outcome.refused.push({ id, title: '', code: 'not-found' })
        continue
      }
      const code = await refusalOf(tx, editor, row, change, steps)
      if (code) outcome.refused.push({ id, title: row.title, code })
      else outcome.changed.push(await write(tx, editor, row, change))
    }
    return outcome
  })
}

async function refusalOf(
  tx: Tx,
  editor: Editor,
  row: PlannedRow,
  change: PlanChange,
  steps: readonly Step[],
): Promise<PlanRefusal | null> {
  const { stepId, assigneeId, dueOn, priority } = change
  const owned = ownedRow(row)
  if ([assigneeId, dueOn, priority].some(part => part !== undefined) && !can(editor, 'review.plan'))
    return 'not-allowed'
  if (stepId !== undefined) {
    if (!can(editor, 'review.edit', owned)) return 'not-allowed'
    const step = steps.find(({ id }) => id === stepId)
    if (!step) return 'no-step'
    if (step.id !== row.stepId && !mayMoveInto(editor.role, step)) return 'not-allowed'
    // Being live is no step, and follows from what readers see.
    if (row.publishedVersion !== null && !row.retractedAt) return 'live'
  }
  if (isSo(row, change)) return null
  if (row.planVersion !== change.version) return 'stale'
  const isGone =
    assigneeId && !(await tx.user.findFirst({ where: { id: assigneeId, disabledAt: null }, select: { id: true } }))
  return isGone ? 'no-person' : null
}

async function write(tx: Tx, editor: Editor, row: PlannedRow, change: PlanChange): Promise<Planned['changed'][number]> {
  const before = planOf(row)
  const after = { ...before, ...change }
  const { id, title } = row
  const isSame = isSo(row, change)
  const version = isSame ? row.planVersion : row.planVersion + 1
  if (!isSame) {
    // Not through the client, which would date it as a change of the text.
    await tx.$executeRaw`
      UPDATE review SET step_id = ${after.stepId}::uuid, assignee_id = ${after.assigneeId}::uuid, due_on = ${after.dueOn}::date,
        priority = ${after.priority}::"Priority", plan_version = ${version},
        step_at = CASE WHEN step_id = ${after.stepId}::uuid THEN step_at ELSE clock_timestamp() END
      WHERE id = ${id}::uuid`
    await notePlan(tx, editor, row, after)
  }
  const undo: PlanChange = {
    id,
    version,
    ...(change.stepId !== undefined && { stepId: before.stepId }),
    ...(change.assigneeId !== undefined && { assigneeId: before.assigneeId }),
    ...(change.dueOn !== undefined && { dueOn: before.dueOn }),
    ...(change.priority !== undefined && { priority: before.priority }),
  }
  return { id, title, version, undo }
}

function isSo(row: PlannedRow, { stepId, assigneeId, dueOn, priority }: PlanChange): boolean {
  const plan = planOf(row)
  return (
    (stepId === undefined || stepId === plan.stepId) &&
    (assigneeId === undefined || assigneeId === plan.assigneeId) &&
    (dueOn === undefined || dueOn === plan.dueOn) &&
    (priority === undefined || priority === plan.priority)
  )
}

/** The plan of a row. */
export function planOf(row: {
  stepId: string
  assigneeId: string | null
  dueOn: Date | null
  priority: Plan['priority']
}): Plan {
  const { stepId, assigneeId, priority } = row
  return { stepId, assigneeId, dueOn: row.dueOn?.toISOString().slice(0, 10) ?? null, priority }
}

function ownedRow(row: PlannedRow) {
  return {
    createdById: row.createdById,
    criticIds: row.critics.map(({ criticId }) => criticId),
    wasPublished: row.publishedAt !== null,
    assigneeId: row.assigneeId,
  }
}
