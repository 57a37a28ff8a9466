'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import type { ComboBoxItem } from '#components/ui/combo-box.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'
import { changeHouseList } from '#lib/settings/commands.ts'
import { changeHouse } from '#lib/settings/commands-house.ts'
import { listLeads } from '#lib/settings/desk-queries.ts'
import { houseFormSchema } from '#lib/settings/house-schema.ts'
import { staleText } from '#lib/settings/house-words.ts'
import { houseListSchema } from '#lib/settings/settings-schema.ts'

const notAllowed = { problem: 'Only an owner can change the settings.' }

export async function changeHouseListAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = houseListSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await changeHouseList(editor, input.data)
  if (!outcome.ok)
    return outcome.code === 'not-allowed'
      ? notAllowed
      : {
          problem: `Somebody has changed this list meanwhile, and nothing was saved. It is now: ${outcome.current.join(', ') || 'empty'}. Copy what you wrote, reload the page and change it again.`,
        }
  revalidatePath('/desk', 'layout')
  return { done: 'Saved.' }
}

/** Changes a page of the settings; the fields of its answer are settings, or parts of one such as `headerMenu.2.address`. */
export async function changeHouseAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = houseFormSchema.safeParse(textsOf(form))
  if (!input.success) return withFields(input.error)
  const outcome = await changeHouse(editor, input.data)
  // The page shows what is stored, also when it is not what was typed: what was typed stays in its fields.
  revalidatePath('/desk', 'layout')
  if (outcome.ok) return { done: 'Saved.' }
  if (outcome.code === 'not-allowed') return notAllowed
  if (outcome.code === 'invalid') return { fields: { [outcome.field]: outcome.problem } }
  return { problem: staleText(outcome.current, input.data.seen) }
}

export async function findLeadsAction(query: string): Promise<ComboBoxItem[]> {
  const editor = await requireEditor()
  return listLeads(editor, z.string().max(200).catch('').parse(query))
}

/** The problems of the values, by the names that their fields have on the page. */
function withFields(error: z.ZodError): FormState {
  const fields: Record<string, string> = {}
  let problem: string | undefined
  for (const { path, message } of error.issues)
    if (path[0] === 'value' && path.length > 1) fields[path.slice(1).join('.')] ??= message
    else problem ??= 'The page was not read whole. Reload it and try again.'
  return { fields, ...(problem && { problem }) }
}
