'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { VerbOutcome } from '#components/desk/editor/editor-actions.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'
import { type VersionWords, versionWordsSchema } from '#lib/history/version-words.ts'
import { restoreRevision } from '#lib/reviews/commands.ts'
import { discardChanges, keepNamedVersion, nameRevision } from '#lib/reviews/commands-history.ts'
import { reviewVersionSchema } from '#lib/reviews/reviews-schema.ts'
import { refused } from '../refused.ts'

const restoreSchema = z.strictObject({
  ...reviewVersionSchema.shape,
  revisionId: z.uuid(),
  note: versionWordsSchema.shape.note,
})

/** Restores a revision and goes back to the editor. */
export async function restoreAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = restoreSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await restoreRevision(editor, input.data)
  if (!outcome.ok) return { problem: refused(outcome).problem }
  redirect(`/desk/reviews/${input.data.id}`)
}

/** Puts what readers see back, and goes back to the editor. */
export async function discardAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = reviewVersionSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await discardChanges(editor, input.data)
  if (!outcome.ok) return { problem: refused(outcome).problem }
  redirect(`/desk/reviews/${input.data.id}`)
}

const nameSchema = z.strictObject({ id: z.uuid(), revisionId: z.uuid(), ...versionWordsSchema.shape })

export async function nameRevisionAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = nameSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const { id, revisionId, ...words } = input.data
  const outcome = await nameRevision(editor, { id, revisionId, words })
  if (!outcome.ok) return { problem: refused(outcome).problem }
  revalidatePath(`/desk/reviews/${id}/history`, 'layout')
  return { done: words.name === '' ? 'It has no name any more.' : `Kept as “${words.name}”.` }
}

const keepSchema = z.strictObject({ ...reviewVersionSchema.shape, words: versionWordsSchema })

/** Keeps what stands in the editor as a named version. */
export async function keepVersionAction(input: {
  id: string
  version: number
  words: VersionWords
}): Promise<VerbOutcome> {
  const editor = await requireEditor()
  const given = keepSchema.safeParse(input)
  if (!given.success) return { ok: false, problem: given.error.issues[0]?.message ?? 'This cannot be kept.' }
  const outcome = await keepNamedVersion(editor, given.data)
  return outcome.ok ? { ok: true } : refused(outcome)
}
