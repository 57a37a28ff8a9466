'use server'
import { revalidatePath } from 'next/cache'
import type { TrashOutcome } from '#components/desk/trash/trash-actions.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { deleteForGood, putBack, type TrashRefusal, throwAway } from '#lib/trash/commands.ts'
import { heldText, type TrashKind } from '#lib/trash/trash.ts'
import { throwAwaySchema, trashSchema } from '#lib/trash/trash-schema.ts'

export async function throwAwayAction(input: { kind: TrashKind; id: string; version: number }): Promise<TrashOutcome> {
  const editor = await requireEditor()
  const thing = throwAwaySchema.parse(input)
  const outcome = await throwAway(editor, thing)
  if (!outcome.ok) return refused(outcome)
  revalidatePath('/desk', 'layout')
  return { ok: true, said: 'In the trash.' }
}

export async function putBackAction(input: { kind: TrashKind; id: string }): Promise<TrashOutcome> {
  const editor = await requireEditor()
  const outcome = await putBack(editor, trashSchema.parse(input))
  if (!outcome.ok) return refused(outcome)
  revalidatePath('/desk', 'layout')
  return { ok: true, said: 'It is back where it was.' }
}

export async function deleteForGoodAction(input: { kind: TrashKind; id: string }): Promise<TrashOutcome> {
  const editor = await requireEditor()
  const outcome = await deleteForGood(editor, trashSchema.parse(input))
  if (!outcome.ok) return refused(outcome)
  revalidatePath('/desk/trash')
  return { ok: true, said: 'Deleted for good.' }
}

function refused(outcome: TrashRefusal): TrashOutcome {
  if (outcome.code === 'held') {
    const { holders } = outcome
    const held = heldText(holders) || 'Something else in the trash still needs it.'
    return { ok: false, problem: `${held} Nothing was deleted.`, holders }
  }
  if (outcome.code === 'incomplete') {
    const names = outcome.holders.map(({ name }) => `“${name}”`).join(', ')
    return { ok: false, problem: `It needs what is in the trash as well: ${names}. Put that back first.` }
  }
  return { ok: false, problem: problems[outcome.code] }
}

const problems: Record<Exclude<TrashRefusal['code'], 'held' | 'incomplete'>, string> = {
  'not-found': 'It is not there any more: somebody was quicker. Reload the page.',
  'not-allowed': 'Your role does not allow this. Ask an editor.',
  stale: 'Somebody has changed it since you opened this page. Nothing was deleted: reload the page to see it first.',
  live: 'Readers see it. Retract it first; then it can be deleted.',
}
