'use server'
import { revalidatePath } from 'next/cache'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { saveSeries } from '#lib/series/commands.ts'
import { type SeriesEdit, seriesEditSchema } from '#lib/series/series-schema.ts'

export type SaveSeriesOutcome =
  | { ok: true; id: string; version: number }
  | { ok: false; problem?: string; fields?: Record<string, string> }

export async function saveSeriesAction(input: SeriesEdit): Promise<SaveSeriesOutcome> {
  const editor = await requireEditor()
  const series = seriesEditSchema.safeParse(input)
  if (!series.success) {
    const fields: Record<string, string> = {}
    for (const { path, message } of series.error.issues) fields[String(path[1] ?? path[0])] ??= message
    return { ok: false, fields }
  }
  const outcome = await saveSeries(editor, series.data)
  if (outcome.ok) {
    revalidatePath('/desk', 'layout')
    return { ok: true, id: outcome.id, version: outcome.version }
  }
  if (outcome.code === 'invalid') return { ok: false, fields: { [outcome.field]: outcome.problem } }
  const problems = {
    'not-allowed': 'Only editors change series. Ask one of them. What you typed is still here.',
    'not-found': 'This series does not exist any more. What you typed is still here.',
    stale: 'Somebody saved this series while you had it open. Load the page again and make your change once more.',
  }
  return { ok: false, problem: problems[outcome.code] }
}
