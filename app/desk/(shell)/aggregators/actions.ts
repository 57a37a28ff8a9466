'use server'
import { revalidatePath } from 'next/cache'
import { forgetSchema } from '#lib/aggregators/aggregators-schema.ts'
import { forgetDelivery } from '#lib/aggregators/commands.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'

/** Forgets a file, as if it had never been sent. */
export async function forgetDeliveryAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = forgetSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await forgetDelivery(editor, input.data)
  if (!outcome.ok && outcome.code === 'not-allowed') return { problem: 'Editors do this. Nothing was changed.' }
  revalidatePath('/desk/aggregators')
  return outcome.ok ? { done: 'Forgotten.' } : { problem: 'Somebody has forgotten it already.' }
}
