'use server'
import { revalidatePath } from 'next/cache'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'
import { changeHouseList } from '#lib/settings/commands.ts'
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
