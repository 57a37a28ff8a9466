import { createHash } from 'node:crypto'
import type { Editor } from '#lib/auth/editor.ts'
import { can, roles } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { transact } from '#lib/db/transact.ts'
import type { Step } from './workflow.ts'
import type { StepsInput } from './workflow-schema.ts'

type Tx = Prisma.TransactionClient

export type StepsRefusal =
  | { ok: false; code: 'not-allowed' | 'stale' }
  /** A removed step has no other to take what stands in it. */
  | { ok: false; code: 'nowhere'; name: string }

/** The steps in order. */
export async function readSteps(tx: Pick<Tx, 'workflowStep'>): Promise<Step[]> {
  const rows = await tx.workflowStep.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] })
  return rows.map(({ id, name, movers, isStart }) => ({
    id,
    name,
    movers: roles.filter(role => movers.includes(role)),
    isStart,
  }))
}

/** Which steps somebody has seen: a change that was made from others is refused. */
export function stepsSeen(steps: readonly Step[]): string {
  const words = steps.map(({ id, name, movers, isStart }) => [id, name, movers, isStart])
  return createHash('sha256').update(JSON.stringify(words)).digest('hex')
}

/**
 * Makes the steps what they should be: renamed, in another order, added, removed. What stands in a removed step goes into the one that is
 * said. Refused: not allowed, stale, a removed step of which is not said where its reviews go.
 */
export function changeSteps(editor: Editor, input: StepsInput): Promise<{ ok: true } | StepsRefusal> {
  return transact(async (tx): Promise<{ ok: true } | StepsRefusal> => {
    if (!can(editor, 'setting.edit')) return { ok: false, code: 'not-allowed' }
    // No review is begun or moved meanwhile: it could get into a step that is just going.
    await tx.$executeRaw`LOCK TABLE workflow_step IN ACCESS EXCLUSIVE MODE`
    const before = await readSteps(tx)
    const kept = new Set(input.steps.map(({ id }) => id))
    if (stepsSeen(before) !== input.seen || input.steps.some(({ id }) => id && !before.some(step => step.id === id)))
      return { ok: false, code: 'stale' }
    const ids = await writeSteps(tx, input.steps)
    for (const step of before.filter(({ id }) => !kept.has(id))) {
      const into = input.into[step.id]
      if (!into || !ids.includes(into)) return { ok: false, code: 'nowhere', name: step.name }
      await tx.$executeRaw`
        UPDATE review SET step_id = ${into}::uuid, step_at = clock_timestamp(), plan_version = plan_version + 1 WHERE step_id = ${step.id}::uuid`
      await tx.workflowStep.delete({ where: { id: step.id } })
    }
    const names = (steps: readonly { name: string }[]) => steps.map(({ name }) => name).join(' → ')
    const detail = { from: names(before), to: names(input.steps) }
    await tx.auditEntry.create({ data: { actorId: editor.id, action: 'step.change', detail } })
    return { ok: true }
  })
}

/** Two steps may change names, and the start goes from one to another: what has to be unique is first taken away from all. */
async function writeSteps(tx: Tx, steps: StepsInput['steps']): Promise<string[]> {
  await tx.$executeRaw`UPDATE workflow_step SET is_start = false, name = left(id::text, 40)`
  const ids: string[] = []
  for (const [index, { id, name, movers, isStart }] of steps.entries()) {
    const data = {
      name,
      isStart,
      position: index + 1,
      movers: roles.filter(role => role === 'owner' || movers.includes(role)),
    }
    const row = id
      ? await tx.workflowStep.update({ where: { id }, data, select: { id: true } })
      : await tx.workflowStep.create({ data, select: { id: true } })
    ids.push(row.id)
  }
  return ids
}
