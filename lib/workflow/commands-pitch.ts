import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { createReview, type Refusal } from '#lib/reviews/commands.ts'
import { readSteps } from './commands-steps.ts'

/** Begins a review as a pitch: in the first step, with why it should be written. Refused as `createReview` is. */
export async function pitchReview(
  editor: Editor,
  { title, workId, why }: { title: string; workId: string | null; why: string },
): Promise<{ ok: true; id: string; step: string } | Refusal> {
  const [first] = await readSteps(db())
  if (!first) throw new Error('There is no step')
  const outcome = await createReview(editor, { workId, pitched: { title, pitch: why, stepId: first.id } })
  return outcome.ok ? { ...outcome, step: first.name } : outcome
}
