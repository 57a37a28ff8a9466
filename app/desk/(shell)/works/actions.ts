'use server'
import { revalidatePath } from 'next/cache'
import type { PictureOutcome, TypedWork, WorkOutcome } from '#components/desk/editor/editor-actions.ts'
import type { SaveWorkOutcome, WorkToSave } from '#components/desk/works/work-actions.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { refocusPicture } from '#lib/media/commands.ts'
import { focalSchema } from '#lib/media/media-schema.ts'
import { createWork } from '#lib/works/commands.ts'
import { editWork } from '#lib/works/commands-edit.ts'
import { contentProblems, workEditSchema } from '#lib/works/work-content-schema.ts'
import { newWorkSchema } from '#lib/works/works-schema.ts'

export async function createWorkAction(input: TypedWork): Promise<WorkOutcome> {
  const editor = await requireEditor()
  const work = newWorkSchema.safeParse(input)
  if (!work.success) return { ok: false, ...contentProblems(work.error) }
  const outcome = await createWork(editor, work.data)
  if (outcome.ok) return outcome
  if (outcome.code === 'exists') return { ok: false, namesake: outcome.work }
  if (outcome.code === 'invalid') return { ok: false, fields: { [outcome.field]: outcome.problem } }
  return { ok: false, problem: 'Your account may not make works. Ask an editor.' }
}

/** Saves a work whole; a part is added in the same way as any new work. */
export async function saveWorkAction(input: WorkToSave): Promise<SaveWorkOutcome> {
  const editor = await requireEditor()
  const work = workEditSchema.safeParse(input)
  if (!work.success) return { ok: false, ...contentProblems(work.error) }
  const outcome = await editWork(editor, work.data)
  if (outcome.ok) {
    revalidatePath('/desk', 'layout')
    return { ok: true, version: outcome.version, content: outcome.content }
  }
  if (outcome.code === 'stale') return { ok: false, current: outcome.current }
  if (outcome.code === 'invalid')
    return { ok: false, fields: { [outcome.field]: outcome.problem }, holder: outcome.holder }
  if (outcome.code === 'not-allowed') return { ok: false, problem: 'Only editors change works. Ask one of them.' }
  return {
    ok: false,
    problem: 'This work does not exist any more, or was merged into another. What you typed is still here.',
  }
}

/** The same picture with the eye resting elsewhere. */
export async function refocusAction(input: { id: string; x: number; y: number }): Promise<PictureOutcome> {
  const editor = await requireEditor()
  const outcome = await refocusPicture(editor, focalSchema.parse(input))
  if (outcome.ok) return outcome
  const problems = {
    'not-allowed': 'Your account may not change pictures.',
    'not-found': 'This picture does not exist any more.',
    unusable: 'This picture cannot be cropped again.',
    'no-room': 'The server has no room for pictures left.',
  }
  return { ok: false, problem: problems[outcome.code] }
}
