'use server'
import { revalidatePath } from 'next/cache'
import type { PictureChange, TrashAnswer } from '#components/desk/media/media-actions.ts'
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
import { putBack, type TrashRefusal, throwAway } from '#lib/trash/commands.ts'
import { heldText } from '#lib/trash/trash.ts'
import { throwAwaySchema, trashSchema } from '#lib/trash/trash-schema.ts'

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

export async function trashPictureAction(input: { id: string; version: number }): Promise<TrashAnswer> {
  const editor = await requireEditor()
  const thing = throwAwaySchema.safeParse({ kind: 'media', ...input })
  return thing.success ? trashed(await throwAway(editor, thing.data)) : notUnderstood
}

export async function putBackPictureAction({ id }: { id: string }): Promise<TrashAnswer> {
  const editor = await requireEditor()
  const thing = trashSchema.safeParse({ kind: 'media', id })
  return thing.success ? trashed(await putBack(editor, thing.data)) : notUnderstood
}

const notUnderstood = { ok: false, problem: 'The server did not understand. Reload the page and try again.' } as const

function told(outcome: Changed | LibraryRefusal): PictureChange {
  if (!outcome.ok)
    return { ok: false, problem: refusalText(outcome), ...(outcome.code === 'stale' && { picture: outcome.picture }) }
  revalidatePath('/desk/media', 'layout')
  return outcome
}

function trashed(outcome: { ok: true } | TrashRefusal): TrashAnswer {
  if (outcome.ok) {
    revalidatePath('/desk/media', 'layout')
    return outcome
  }
  if (outcome.code === 'held' || outcome.code === 'incomplete')
    return { ok: false, problem: `${heldText(outcome.holders)} Take it out there first.` }
  const problems = {
    'not-found': 'This picture is not there any more. Go back to the library.',
    'not-allowed': 'Your account may not throw this picture away. Ask an editor.',
    stale: 'Somebody changed this picture meanwhile. Reload the page, look at it, and decide once more.',
    live: 'Readers see this picture. Take it out there first.',
  }
  return { ok: false, problem: problems[outcome.code] }
}
