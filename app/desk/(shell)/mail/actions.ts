'use server'
import { revalidatePath } from 'next/cache'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { writeTestMail } from '#lib/mail/commands.ts'

export async function testMailAction(_before: { said: string }): Promise<{ said: string }> {
  const editor = await requireEditor()
  const outcome = await writeTestMail(editor)
  revalidatePath('/desk/mail')
  return { said: outcome.ok ? `A mail is on its way to ${editor.email}.` : outcome.problem }
}
