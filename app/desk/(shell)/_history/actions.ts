'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'
import { type RestoreRefusal, restoreRecord } from '#lib/history/commands-restore.ts'
import { recordFolder, recordKinds } from '#lib/history/records.ts'
import { versionWordsSchema } from '#lib/history/version-words.ts'

const restoreSchema = z.strictObject({
  kind: z.enum(recordKinds),
  id: z.uuid(),
  version: z.coerce.number().int().positive(),
  revisionId: z.uuid(),
  note: versionWordsSchema.shape.note,
})

/** Restores a version of a work, a person, a series or a list, and goes to it. */
export async function restoreRecordAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = restoreSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await restoreRecord(editor, input.data)
  if (!outcome.ok) return { problem: outcome.code === 'invalid' ? outcome.problem : problems[outcome.code] }
  revalidatePath('/desk', 'layout')
  redirect(`${recordFolder(input.data.kind)}/${input.data.id}`)
}

const problems: Record<Exclude<RestoreRefusal['code'], 'invalid'>, string> = {
  'not-found': 'It does not exist any more, or this version is gone. Nothing was restored.',
  'not-allowed': 'Your role does not allow this. Ask an editor.',
  stale: 'Somebody has saved it meanwhile. Nothing was restored: look at the latest version first.',
}
