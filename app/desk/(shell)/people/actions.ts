'use server'
import { revalidatePath } from 'next/cache'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { editPerson } from '#lib/people/commands.ts'
import { type PersonContent, personEditSchema } from '#lib/people/people-schema.ts'

export type SavePersonOutcome =
  | { ok: true; version: number }
  | { ok: false; problem?: string; fields?: Record<string, string>; holder?: { name: string; path: string } }

export async function savePersonAction(input: {
  id: string
  version: number
  content: PersonContent
}): Promise<SavePersonOutcome> {
  const editor = await requireEditor()
  const person = personEditSchema.safeParse(input)
  if (!person.success) {
    const fields: Record<string, string> = {}
    for (const { path, message } of person.error.issues) fields[String(path[1] ?? path[0])] ??= message
    return { ok: false, fields }
  }
  const outcome = await editPerson(editor, person.data)
  if (outcome.ok) {
    revalidatePath('/desk', 'layout')
    return { ok: true, version: outcome.version }
  }
  if (outcome.code === 'invalid')
    return { ok: false, fields: { [outcome.field]: outcome.problem }, holder: outcome.holder }
  const problems = {
    'not-allowed': 'Only editors change people. Ask one of them. What you typed is still here.',
    'not-found': 'This record does not exist any more, or was merged into another. What you typed is still here.',
    stale: 'Somebody saved this while you had it open. Load the page again and make your change once more.',
  }
  return { ok: false, problem: problems[outcome.code] }
}
