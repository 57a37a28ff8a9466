'use server'
import { revalidatePath } from 'next/cache'
import type { PictureChange } from '#components/desk/media/media-actions.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { invalid } from '#lib/forms/form-state.ts'
import { describePicture, retryPicture, setCrops, setFocus } from '#lib/media/commands-library.ts'
import { type Changed, type LibraryRefusal, refusalText } from '#lib/media/library.ts'
import {
  type CropsInput,
  cropsSchema,
  type DescribeInput,
  describeSchema,
  type FocusInput,
  focusSchema,
} from '#lib/media/library-schema.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'

export async function describePictureAction(input: DescribeInput): Promise<PictureChange> {
  const editor = await requireEditor()
  const words = describeSchema.safeParse(input)
  if (!words.success) return { ok: false, problem: 'Not saved. Look at what is marked.', ...invalid(words.error) }
  return told(await describePicture(editor, words.data))
}

export async function focusPictureAction(input: FocusInput): Promise<PictureChange> {
  const editor = await requireEditor()
  const focus = focusSchema.safeParse(input)
  return focus.success ? told(await setFocus(editor, focus.data)) : notUnderstood
}

export async function cropPictureAction(input: CropsInput): Promise<PictureChange> {
  const editor = await requireEditor()
  const crops = cropsSchema.safeParse(input)
  return crops.success ? told(await setCrops(editor, crops.data)) : notUnderstood
}

export async function retryPictureAction({ id }: { id: string }): Promise<PictureChange> {
  const editor = await requireEditor()
  return isId(id) ? told(await retryPicture(editor, { id })) : notUnderstood
}

const notUnderstood = { ok: false, problem: 'The server did not understand. Reload the page and try again.' } as const

function told(outcome: Changed | LibraryRefusal): PictureChange {
  if (!outcome.ok)
    return { ok: false, problem: refusalText(outcome), ...(outcome.code === 'stale' && { picture: outcome.picture }) }
  revalidatePath('/desk/media', 'layout')
  return outcome
}
