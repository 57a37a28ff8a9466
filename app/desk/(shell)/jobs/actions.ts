'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'
import { dropJob, type JobRefusal, retryJob } from '#lib/jobs/commands.ts'

const jobSchema = z.strictObject({ id: z.string().regex(/^\d{1,18}$/, 'There is no such job.') })

export async function retryJobAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = jobSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  return told(await retryJob(editor, input.data.id), 'It is tried again now.')
}

export async function dropJobAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = jobSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  return told(await dropJob(editor, input.data.id), 'The job is gone. What it was to do is not done.')
}

function told(outcome: { ok: true } | JobRefusal, done: string): FormState {
  revalidatePath('/desk/jobs')
  if (outcome.ok) return { done }
  return {
    problem:
      outcome.code === 'not-allowed'
        ? 'The owner does this. Nothing was changed.'
        : 'It is being done at this moment, or is done. Nothing was changed.',
  }
}
