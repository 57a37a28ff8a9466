'use server'
import { revalidatePath } from 'next/cache'
import type { VerbOutcome } from '#components/desk/editor/editor-actions.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'
import { acceptName, doubtName } from '#lib/names/commands.ts'
import { startNameReport } from '#lib/names/commands-report.ts'
import { acceptedNameSchema, acceptNameSchema } from '#lib/names/names-schema.ts'

const notAllowed = 'Only owners, editors and critics may accept a spelling for the house. Ask one of them.'

/** Accepts a spelling, from the review editor. */
export async function acceptNameAction(input: { text: string }): Promise<VerbOutcome> {
  const editor = await requireEditor()
  const name = acceptNameSchema.safeParse(input)
  if (!name.success) return { ok: false, problem: 'This spelling cannot be accepted: it is empty or very long.' }
  const outcome = await acceptName(editor, name.data)
  return outcome.ok ? { ok: true } : { ok: false, problem: notAllowed }
}

/** Accepts a spelling, from the report. */
export async function acceptFromReportAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const name = acceptNameSchema.safeParse(textsOf(form))
  if (!name.success) return invalid(name.error)
  const outcome = await acceptName(editor, name.data)
  if (!outcome.ok) return { problem: notAllowed }
  revalidatePath('/desk/names')
  return { done: `“${name.data.text}” is right, and is not marked again.` }
}

export async function doubtNameAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const name = acceptedNameSchema.safeParse(textsOf(form))
  if (!name.success) return { problem: 'Say which spelling is to be doubted again.' }
  const outcome = await doubtName(editor, name.data)
  revalidatePath('/desk/names')
  if (outcome.ok) return { done: `“${outcome.text}” is looked at again from the next look on.` }
  return outcome.code === 'not-allowed' ? { problem: notAllowed } : { problem: 'Somebody has taken it away already.' }
}

export async function startReportAction(_: FormState, _form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const outcome = await startNameReport(editor)
  if (!outcome.ok) return { problem: 'Only owners, editors and critics may look through the archive.' }
  revalidatePath('/desk/names')
  return {}
}
