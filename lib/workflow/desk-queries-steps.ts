import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { readSteps, stepsSeen } from './commands-steps.ts'
import type { Step } from './workflow.ts'

/** The steps with how many reviews stand in each (trash and all: they move with a step that is removed), and the mark of what was seen. */
export async function getWorkflow(_editor: Editor): Promise<{ steps: (Step & { count: number })[]; seen: string }> {
  const [steps, counts] = await Promise.all([readSteps(db()), db().review.groupBy({ by: ['stepId'], _count: true })])
  return {
    steps: steps.map(step => ({ ...step, count: counts.find(({ stepId }) => stepId === step.id)?._count ?? 0 })),
    seen: stepsSeen(steps),
  }
}
