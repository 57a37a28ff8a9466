'use server'
import { revalidatePath } from 'next/cache'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { addCorrection, type CorrectionRefusal, withdrawCorrection } from '#lib/corrections/commands.ts'
import { newCorrectionSchema, withdrawalSchema } from '#lib/corrections/corrections-schema.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'

export async function addCorrectionAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = newCorrectionSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await addCorrection(editor, input.data)
  if (!outcome.ok) return refused(outcome)
  revalidatePath('/desk', 'layout')
  return { done: 'The correction is public.' }
}

export async function withdrawCorrectionAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = withdrawalSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await withdrawCorrection(editor, input.data)
  if (!outcome.ok) return refused(outcome)
  revalidatePath('/desk', 'layout')
  return { done: 'The correction is withdrawn.' }
}

const problems: Record<CorrectionRefusal['code'], string> = {
  'not-found': 'It does not exist any more, or is not yours to see. Reload the page.',
  'not-allowed': 'Your role does not allow this. Ask an editor.',
  'never-published': 'Nobody has read this review yet: change its text instead.',
  said: 'This correction stands there already, in the same words.',
}

function refused({ code }: CorrectionRefusal): FormState {
  return { problem: problems[code] }
}
