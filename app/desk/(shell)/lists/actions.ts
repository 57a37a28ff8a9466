'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { type FormState, invalid, textsOf } from '#lib/forms/form-state.ts'
import { createList, type ListRefusal, publishList, takeBackList } from '#lib/lists/commands.ts'
import { createBestOf } from '#lib/lists/commands-best.ts'
import { bestOfSchema, listVersionSchema } from '#lib/lists/lists-schema.ts'

export type ListOutcome = { ok: true } | { ok: false; problem: string; field?: string }

const notAllowed = 'Your role makes no lists. Ask an editor.'

/** Begins an empty list and opens it. */
export async function createListAction(_: FormState, __: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const outcome = await createList(editor)
  if (!outcome.ok) return { problem: notAllowed }
  redirect(`/desk/lists/${outcome.id}`)
}

/** Begins a list with the best of a year and opens it. */
export async function createBestOfAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = bestOfSchema.safeParse(textsOf(form))
  if (!input.success) return invalid(input.error)
  const outcome = await createBestOf(editor, input.data)
  if (!outcome.ok && outcome.code === 'nothing-found') {
    const what = input.data.by === 'released' ? 'that came out' : 'that we reviewed'
    return {
      problem: `Nothing ${what} in ${input.data.year} and fits has a score. No list was made: choose another year, or less narrowly.`,
    }
  }
  if (!outcome.ok) return { problem: notAllowed }
  redirect(`/desk/lists/${outcome.id}`)
}

export async function publishListAction(input: { id: string; version: number }): Promise<ListOutcome> {
  const editor = await requireEditor()
  const outcome = await publishList(editor, listVersionSchema.parse(input))
  if (!outcome.ok) return refused(outcome)
  revalidatePath('/desk/lists', 'layout')
  return { ok: true }
}

export async function takeBackListAction(input: { id: string; version: number }): Promise<ListOutcome> {
  const editor = await requireEditor()
  const outcome = await takeBackList(editor, listVersionSchema.parse(input))
  if (!outcome.ok) return refused(outcome)
  revalidatePath('/desk/lists', 'layout')
  return { ok: true }
}

function refused(outcome: ListRefusal): ListOutcome {
  if (outcome.code === 'invalid') return { ok: false, problem: outcome.problem, field: outcome.field }
  if (outcome.code === 'stale') {
    const who = outcome.current.savedBy ?? 'Somebody'
    return {
      ok: false,
      problem: `${who} has saved this list meanwhile. Nothing was done: reload the page to see it first.`,
    }
  }
  if (outcome.code === 'not-allowed') return { ok: false, problem: notAllowed }
  return { ok: false, problem: 'This list does not exist any more, or is not yours to edit.' }
}
