'use server'
import { revalidatePath } from 'next/cache'
import { requireEditor } from '#lib/auth/require-editor.ts'
import type { FormState } from '#lib/forms/form-state.ts'
import { writeTestMail } from '#lib/mail/commands.ts'

export async function testMailAction(_: FormState): Promise<FormState> {
  const editor = await requireEditor()
  const outcome = await writeTestMail(editor)
  revalidatePath('/desk/mail')
  return outcome.ok ? { done: `A mail is on its way to ${editor.email}.` } : { problem: outcome.problem }
}
