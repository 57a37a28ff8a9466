'use server'
import { revalidatePath } from 'next/cache'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'
import { changeHub, changeIndexNow } from '#lib/pings/commands-settings.ts'
import { hubSchema, indexNowSchema } from '#lib/pings/pings-schema.ts'

const notAllowed = { problem: 'Only an owner can change the settings.' }
const done = {
  on: 'Search engines are told from now on.',
  renew: 'There is a new key.',
  off: 'Nobody is told any more.',
}

/** Turns IndexNow on or off, or gives it another key. */
export async function changeIndexNowAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = indexNowSchema.safeParse(textsOf(form))
  if (!input.success) return { problem: 'The page was not read whole. Reload it and try again.' }
  const outcome = await changeIndexNow(editor, input.data)
  revalidatePath('/desk', 'layout')
  if (outcome.ok) return { done: done[input.data.verb] }
  if (outcome.code === 'not-allowed') return notAllowed
  return {
    problem:
      'Somebody has changed this meanwhile, and nothing was done. It stands here as it is now: look at it again.',
  }
}

/** Says which hub is told of changes to feeds. */
export async function changeHubAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = hubSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await changeHub(editor, input.data)
  // What was typed stays in its field, also when somebody else has changed what is stored.
  revalidatePath('/desk', 'layout')
  if (outcome.ok) return { done: input.data.hub === '' ? 'Saved. No hub is told.' : 'Saved.' }
  if (outcome.code === 'not-allowed') return notAllowed
  if (outcome.code === 'invalid') return { fields: { hub: outcome.problem } }
  const now = outcome.current === '' ? 'there is none now' : `it is ${outcome.current} now`
  return {
    problem: `Somebody has changed the hub meanwhile, and nothing was saved: ${now}. What you wrote is still here. Look at it again, and save.`,
  }
}
