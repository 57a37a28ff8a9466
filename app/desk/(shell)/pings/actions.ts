'use server'
import { revalidatePath } from 'next/cache'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'
import { type RetryRefusal, retryPings } from '#lib/pings/commands.ts'
import { retrySchema } from '#lib/pings/pings-schema.ts'

/** Sends a notice that has failed again, or all that have. */
export async function retryPingsAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = retrySchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await retryPings(editor, input.data)
  if (!outcome.ok && outcome.code === 'not-allowed') return { problem: refusals['not-allowed'] }
  // Whatever came of it, the list is not what it was.
  revalidatePath('/desk/pings')
  if (!outcome.ok) return { problem: refusals[outcome.code] }
  return { done: outcome.count === 1 ? 'It is being sent again.' : `${outcome.count} are being sent again.` }
}

const refusals: Record<RetryRefusal['code'], string> = {
  'not-allowed': 'Editors do this. Nothing was sent.',
  'not-found': 'This notice is not kept any more. Nothing was sent.',
  settled: 'Somebody has sent it again already.',
  off: 'This is turned off in the settings, so nothing was sent.',
}
