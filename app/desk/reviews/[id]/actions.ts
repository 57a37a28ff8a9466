'use server'
import { revalidatePath } from 'next/cache'
import type { VerbOutcome } from '#components/desk/editor/editor-actions.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { publishReview, retractReview } from '#lib/reviews/commands-publish.ts'
import { publishSchema, reviewVersionSchema } from '#lib/reviews/reviews-schema.ts'
import { refused } from './refused.ts'

export async function publishAction(input: { id: string; version: number; lifting?: string }): Promise<VerbOutcome> {
  const editor = await requireEditor()
  const outcome = await publishReview(editor, publishSchema.parse(input))
  if (!outcome.ok) return refused(outcome)
  revalidatePath('/desk', 'layout')
  return { ok: true, slug: outcome.slug }
}

export async function retractAction(input: { id: string; version: number }): Promise<VerbOutcome> {
  const editor = await requireEditor()
  const outcome = await retractReview(editor, reviewVersionSchema.parse(input))
  if (!outcome.ok) return refused(outcome)
  revalidatePath('/desk', 'layout')
  return { ok: true }
}
