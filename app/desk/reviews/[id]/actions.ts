'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { VerbOutcome } from '#components/desk/editor/editor-actions.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { restoreRevision } from '#lib/reviews/commands.ts'
import { type PublishRefusal, publishReview, retractReview } from '#lib/reviews/commands-publish.ts'
import { reviewVersionSchema } from '#lib/reviews/reviews-schema.ts'

export async function publishAction(input: { id: string; version: number }): Promise<VerbOutcome> {
  const editor = await requireEditor()
  const outcome = await publishReview(editor, reviewVersionSchema.parse(input))
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

const restoreSchema = z.strictObject({ ...reviewVersionSchema.shape, revisionId: z.uuid() })

/** Restores a revision and goes back to the editor. */
export async function restoreAction(_: VerbOutcome | null, form: FormData): Promise<VerbOutcome> {
  const editor = await requireEditor()
  const input = restoreSchema.parse({
    id: form.get('id'),
    version: form.get('version'),
    revisionId: form.get('revisionId'),
  })
  const outcome = await restoreRevision(editor, input)
  if (!outcome.ok) return refused(outcome)
  redirect(`/desk/reviews/${input.id}`)
}

function refused(outcome: PublishRefusal): Extract<VerbOutcome, { ok: false }> {
  if (outcome.code === 'incomplete')
    return { ok: false, problem: 'Something is still missing.', missing: outcome.missing }
  if (outcome.code === 'invalid')
    return { ok: false, problem: outcome.problem, missing: [{ field: outcome.field, problem: outcome.problem }] }
  if (outcome.code === 'stale')
    return {
      ok: false,
      problem: `${outcome.current.savedBy ?? 'Somebody'} has saved this review meanwhile. Nothing was done: look at the changes first.`,
    }
  if (outcome.code === 'not-allowed') return { ok: false, problem: 'Your role does not allow this. Ask an editor.' }
  return { ok: false, problem: 'This review does not exist any more, or is not yours to see.' }
}
