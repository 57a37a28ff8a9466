'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'
import {
  changeScale,
  chooseHouseScales,
  createScale,
  type ScaleRefusal,
  setScaleStanding,
} from '#lib/ratings/commands.ts'
import {
  houseScalesSchema,
  scaleChangeSchema,
  scaleFormSchema,
  scaleStandingSchema,
} from '#lib/ratings/scales-schema.ts'

export async function createScaleAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = scaleFormSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await createScale(editor, input.data)
  if (!outcome.ok) return refused(outcome)
  redirect(`/desk/scales/${outcome.key}`)
}

export async function changeScaleAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const texts = textsOf(form)
  const change = scaleChangeSchema.safeParse(texts)
  const input = scaleFormSchema.safeParse(texts)
  if (!change.success) return invalid(change.error)
  if (!input.success) return invalid(input.error)
  const outcome = await changeScale(editor, { ...change.data, input: input.data })
  // Refused or not: what is stored now is what the next save is made from, and what was typed stays in the form.
  revalidatePath('/desk/scales', 'layout')
  if (!outcome.ok) return refused(outcome)
  return { done: outcome.isNewVersion ? `Saved as version ${outcome.version}.` : 'Saved.' }
}

export async function setScaleStandingAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = scaleStandingSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await setScaleStanding(editor, input.data)
  revalidatePath('/desk/scales', 'layout')
  if (!outcome.ok) return refused(outcome)
  return { done: input.data.standing === 'retired' ? 'Retired.' : 'Offered again.' }
}

export async function chooseHouseScalesAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const texts = textsOf(form)
  const input = houseScalesSchema.safeParse(
    Object.keys(texts)
      .filter(name => name.startsWith('scale-'))
      .map(name => name.slice('scale-'.length))
      .map(sectionId => ({ sectionId, scale: texts[`scale-${sectionId}`], seen: texts[`seen-${sectionId}`] })),
  )
  if (!input.success) return invalid(input.error)
  const outcome = await chooseHouseScales(editor, input.data)
  revalidatePath('/desk/scales', 'layout')
  if (!outcome.ok) return refused(outcome)
  return { done: 'Saved.' }
}

function refused(refusal: ScaleRefusal): FormState {
  switch (refusal.code) {
    case 'not-allowed':
      return { problem: 'Scales are changed by editors. Nothing was saved.' }
    case 'not-found':
      return {
        problem:
          'This scale or section is not there any more, or the scale was retired. Nothing was saved. Reload the page.',
      }
    case 'stale':
      return {
        problem:
          'Somebody else saved while you were at it, and theirs is what counts now. Nothing of yours was saved, and all of it is still here: look at what they changed, then save again to put yours in its place.',
      }
    case 'in-use':
      return { problem: `This is the house scale of ${refusal.uses.join(', ')}. Choose another one there first.` }
  }
}
