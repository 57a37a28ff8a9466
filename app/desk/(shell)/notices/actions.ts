'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { requireEditor } from '#lib/auth/require-editor.ts'
import type { FormState } from '#lib/forms/form-state.ts'
import { chooseNotices, readNotices } from '#lib/notices/commands.ts'
import { isNoticeKind, timings } from '#lib/notices/notices.ts'

/** Says that one was read, or with no id that all were. */
export async function readNoticesAction(id: string | null): Promise<void> {
  const editor = await requireEditor()
  await readNotices(editor, z.uuid().nullable().parse(id))
  revalidatePath('/desk', 'layout')
}

const choices = z.record(z.string().refine(isNoticeKind, 'There is no such kind.'), z.enum(timings))

export async function chooseNoticesAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const chosen = choices.safeParse(Object.fromEntries([...form].filter(([name]) => isNoticeKind(name))))
  if (!chosen.success) return { problem: 'This could not be kept. Reload the page, then choose again.' }
  await chooseNotices(editor, chosen.data)
  return { done: 'Kept.' }
}
