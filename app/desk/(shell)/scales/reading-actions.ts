'use server'
import { revalidatePath } from 'next/cache'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'
import { type ReadingRefusal, readScaleAnew } from '#lib/ratings/commands-reading.ts'
import { getVersionScale } from '#lib/ratings/desk-queries.ts'
import { readTyped } from '#lib/ratings/reading-schema.ts'
import { readingChangeSchema } from '#lib/ratings/scales-schema.ts'

export async function readScaleAnewAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = readingChangeSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const { reading: typed, ...change } = input.data
  const scale = await getVersionScale(editor, change.versionId)
  if (!scale) return refused({ ok: false, code: 'not-found' })
  const read = readTyped(scale, typed)
  if (!read.ok) return { fields: { [read.field]: read.problem } }
  const outcome = await readScaleAnew(editor, { ...change, reading: read.reading })
  revalidatePath('/desk/scales', 'layout')
  if (!outcome.ok) return refused(outcome)
  const { moved } = outcome
  return { done: moved === 0 ? 'Saved.' : `Saved. ${moved === 1 ? 'One score counts' : `${moved} scores count`} anew.` }
}

function refused(refusal: ReadingRefusal): FormState {
  switch (refusal.code) {
    case 'not-allowed':
      return { problem: 'Scales are read by editors. Nothing was saved.' }
    case 'not-found':
      return { problem: 'This version of the scale is not there. Nothing was saved.' }
    case 'stale':
      return {
        problem:
          'Somebody else saved while you were at it, and theirs is what counts now. Nothing of yours was saved, and all of it is still here: save again to put it in the place of theirs.',
      }
    case 'invalid':
      return { fields: { [refusal.field]: refusal.problem } }
  }
}
