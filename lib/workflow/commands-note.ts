import type { Editor } from '#lib/auth/editor.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { notify } from '#lib/notices/commands.ts'
import type { PlannedRow } from './commands.ts'
import { dayText, type Plan, priorityName } from './workflow.ts'

type Tx = Prisma.TransactionClient

/** Writes down what of a plan is changed. */
export async function notePlan(tx: Tx, editor: Editor, row: PlannedRow, after: Plan): Promise<void> {
  const due = row.dueOn?.toISOString().slice(0, 10) ?? null
  const data: Prisma.AuditEntryCreateManyInput[] = []
  const write = (action: string, detail: Prisma.InputJsonObject) =>
    data.push({ actorId: editor.id, action, subject: row.id, detail })
  if (after.stepId !== row.stepId) {
    const step = await tx.workflowStep.findUniqueOrThrow({ where: { id: after.stepId } })
    write('review.move', { from: row.step.name, to: step.name })
    if (after.assigneeId && after.assigneeId === row.assigneeId)
      await notify(tx, {
        kind: 'step',
        to: [after.assigneeId],
        byId: editor.id,
        reviewId: row.id,
        words: `to ${step.name}`,
      })
  }
  if (after.assigneeId !== row.assigneeId) {
    const person = after.assigneeId && (await tx.user.findUnique({ where: { id: after.assigneeId } }))
    write('review.assign', { from: row.assignee?.name ?? 'nobody', to: person ? person.name : 'nobody' })
    if (person) {
      const words = after.dueOn ? `due ${dayText(after.dueOn, { day: 'numeric', month: 'long' })}` : ''
      await notify(tx, { kind: 'assigned', to: [person.id], byId: editor.id, reviewId: row.id, words })
    }
  }
  if (after.dueOn !== due) write('review.due', { from: due ?? 'no day', to: after.dueOn ?? 'no day' })
  if (after.priority !== row.priority)
    write('review.priority', { from: priorityName(row.priority), to: priorityName(after.priority) })
  await tx.auditEntry.createMany({ data })
}
