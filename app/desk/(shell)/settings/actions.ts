'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'
import { changeHouseList } from '#lib/settings/commands.ts'
import { changeMasthead } from '#lib/settings/commands-publication.ts'
import { type Masthead, mastheadChangeSchema, mastheadKeys } from '#lib/settings/publication-schema.ts'
import { houseListSchema } from '#lib/settings/settings-schema.ts'

export async function changeHouseListAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = houseListSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await changeHouseList(editor, input.data)
  if (!outcome.ok)
    return outcome.code === 'not-allowed'
      ? { problem: 'Only an owner can change the settings.' }
      : {
          problem: `Somebody has changed this list meanwhile, and nothing was saved. It is now: ${outcome.current.join(', ') || 'empty'}. Copy what you wrote, reload the page and change it again.`,
        }
  revalidatePath('/desk', 'layout')
  return { done: 'Saved.' }
}

export async function changeMastheadAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = mastheadChangeSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(withoutParts(input.error))
  const outcome = await changeMasthead(editor, input.data)
  // The page shows what is stored, also when it is not what was typed: what was typed stays in its fields.
  revalidatePath('/desk', 'layout')
  if (outcome.ok) return { done: 'Saved.' }
  if (outcome.code === 'not-allowed') return { problem: 'Only an owner can change the settings.' }
  if (outcome.code === 'invalid') return { fields: { [outcome.field]: outcome.problem } }
  const changed = mastheadKeys.filter(key => outcome.current[key] !== input.data.seen[key])
  const theirs = changed.map(key => `${mastheadNames[key]} is now “${outcome.current[key]}”`).join('; ')
  return {
    problem: `Somebody has changed the settings meanwhile, and nothing was saved: ${theirs}. What you changed is still here. Look at it again, and save.`,
  }
}

const mastheadNames: Record<keyof Masthead, string> = {
  name: 'the name',
  tagline: 'the tagline',
  description: 'the description',
  language: 'the language',
  direction: 'the direction',
  timeZone: 'the time zone',
}

/** The problems of the values, by the names that their fields have in the form. */
function withoutParts(error: z.ZodError): z.ZodError {
  return new z.ZodError(
    error.issues.map(issue => (issue.path[0] === 'value' ? { ...issue, path: issue.path.slice(1) } : issue)),
  )
}
