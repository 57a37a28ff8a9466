'use server'
import { revalidatePath } from 'next/cache'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { endSession } from '#lib/auth/sessions.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'
import { changePassword, changeProfile } from '#lib/users/commands.ts'
import { passwordChangeSchema, profileSchema, sessionIdSchema } from '#lib/users/users-schema.ts'

export async function changeProfileAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = profileSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  await changeProfile(editor, input.data)
  revalidatePath('/desk', 'layout')
  return { done: 'Saved.' }
}

export async function changePasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = passwordChangeSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await changePassword(editor, input.data)
  if (!outcome.ok) return { fields: { [outcome.field]: outcome.problem } }
  revalidatePath('/desk/account')
  return { done: 'Your password is changed. Every other browser that was signed in has been signed out.' }
}

export async function endSessionAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = sessionIdSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const ended = await endSession(editor, input.data.id)
  revalidatePath('/desk/account')
  return { done: ended ? 'That browser is signed out.' : 'It had ended already.' }
}
