'use server'
import { revalidatePath } from 'next/cache'
import { requireEditor } from '#lib/auth/require-editor.ts'
import type { FormState } from '#lib/forms/form-state.ts'
import { changeSteps } from '#lib/workflow/commands-steps.ts'
import { type StepsInput, stepsSchema } from '#lib/workflow/workflow-schema.ts'

export async function changeStepsAction(input: StepsInput): Promise<FormState> {
  const editor = await requireEditor()
  const steps = stepsSchema.safeParse(input)
  if (!steps.success) return { problem: steps.error.issues[0]?.message ?? 'This cannot be read. Reload the page.' }
  const outcome = await changeSteps(editor, steps.data)
  if (outcome.ok) {
    revalidatePath('/desk', 'layout')
    return { done: 'Saved.' }
  }
  if (outcome.code === 'nowhere') return { problem: `Say where what stands in ${outcome.name} goes.` }
  return outcome.code === 'stale'
    ? {
        problem:
          'Somebody has changed the steps meanwhile, and nothing was saved. Reload the page and change them again.',
      }
    : { problem: 'Only the owner changes the steps.' }
}
