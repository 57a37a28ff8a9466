'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { type FormState, invalid } from '#lib/forms/form-state.ts'
import { choosePeople } from '#lib/people/desk-queries.ts'
import { mergeRecords, splitRecord } from '#lib/regrouping/commands.ts'
import { undoRegrouping } from '#lib/regrouping/commands-undo.ts'
import type { RegroupingNoun } from '#lib/regrouping/regrouping.ts'
import { mergeSchema, regroupingNouns, splitSchema } from '#lib/regrouping/regrouping-schema.ts'
import { searchWorks, workDetail } from '#lib/works/desk-queries.ts'
import { folderOf } from './folder.ts'

const notAllowed = 'Only editors merge and split records. Ask one of them.'
const isGone = 'One of the two does not exist any more, or was merged meanwhile. Nothing was changed.'

const findSchema = z.object({ noun: z.enum(regroupingNouns), query: z.string().max(100) })

/** Records to choose from, for the combobox. */
export async function findRecordsAction(input: {
  noun: RegroupingNoun
  query: string
}): Promise<{ id: string; name: string; detail: string }[]> {
  const editor = await requireEditor()
  const { noun, query } = findSchema.parse(input)
  if (noun === 'work')
    return (await searchWorks(editor, query.trim())).map(work => ({
      id: work.id,
      name: work.title,
      detail: workDetail(work),
    }))
  return (await choosePeople(editor, query.trim())).map(({ id, name, aliases, credits }) => ({
    id,
    name,
    detail: [...aliases.slice(0, 2), credits === 1 ? '1 credit' : `${credits} credits`].join(', '),
  }))
}

export async function mergeAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = mergeSchema.safeParse(fieldsOf(form, ['noun', 'fromId', 'intoId', 'seen']))
  if (!input.success) return invalid(input.error)
  const outcome = await mergeRecords(editor, input.data)
  if (!outcome.ok) {
    if (outcome.code === 'stale')
      return { problem: 'What would move has changed since you looked at it. Load the page again and look once more.' }
    if (outcome.code === 'not-allowed') return { problem: notAllowed }
    return { problem: 'problem' in outcome ? outcome.problem : isGone }
  }
  revalidatePath('/desk', 'layout')
  redirect(`${folderOf(input.data.noun)}/${outcome.recordId}?regrouped=${outcome.regroupingId}`)
}

export async function splitAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const groups = ['credits', 'externalIds', 'editions', 'listEntries', 'seriesEntries', 'reviews', 'parts', 'aliases']
  const input = splitSchema.safeParse({
    ...fieldsOf(form, ['noun', 'id', 'name', 'slug', 'released']),
    chosen: Object.fromEntries(groups.map(group => [group, form.getAll(group)])),
  })
  if (!input.success) return invalid(input.error)
  const outcome = await splitRecord(editor, input.data)
  if (!outcome.ok) {
    if (outcome.code === 'invalid') return { fields: { [outcome.field]: outcome.problem } }
    return { problem: outcome.code === 'not-allowed' ? notAllowed : isGone }
  }
  revalidatePath('/desk', 'layout')
  redirect(`${folderOf(input.data.noun)}/${outcome.recordId}?regrouped=${outcome.regroupingId}`)
}

export async function undoAction(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor()
  const input = z.object({ id: z.uuid(), noun: z.enum(regroupingNouns) }).safeParse(fieldsOf(form, ['id', 'noun']))
  if (!input.success) return invalid(input.error)
  const outcome = await undoRegrouping(editor, input.data.id)
  if (!outcome.ok) {
    if (outcome.code === 'changed') return { problem: outcome.problem }
    return { problem: outcome.code === 'not-allowed' ? notAllowed : 'This has been undone already.' }
  }
  revalidatePath('/desk', 'layout')
  redirect(`${folderOf(input.data.noun)}/${outcome.recordId}?undone=${input.data.id}`)
}

function fieldsOf(form: FormData, names: string[]): Record<string, FormDataEntryValue> {
  return Object.fromEntries(names.flatMap(name => (form.has(name) ? [[name, form.get(name) ?? '']] : [])))
}
