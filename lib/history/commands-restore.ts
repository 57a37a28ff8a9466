import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { saveList } from '#lib/lists/commands.ts'
import { editPerson } from '#lib/people/commands.ts'
import { saveSeries } from '#lib/series/commands.ts'
import { editWork } from '#lib/works/commands-edit.ts'
import type { RecordKind, Why } from './records.ts'
import { parseRecord, type RecordContent, readRecord } from './stored-records.ts'

export interface RestoreRecord {
  kind: RecordKind
  id: string
  /** The version that the person saw. */
  version: number
  revisionId: string
  note?: string
}

export type RestoreRefusal =
  | { ok: false; code: 'not-found' | 'not-allowed' | 'stale' }
  /** Something that the version names is gone, or belongs to something else by now. */
  | { ok: false; code: 'invalid'; problem: string }

/**
 * Puts an earlier version of a record back, as a new version, by the same rules as saving it. The address is not turned back: it may be
 * live. What was merged since is what it was merged into. Refused: not found, not allowed, stale, and, with words, when something that
 * the version names is gone: then nothing is restored.
 */
export async function restoreRecord(editor: Editor, input: RestoreRecord): Promise<{ ok: true } | RestoreRefusal> {
  const { kind, id, version, revisionId, note } = input
  const [stored, revision] = await Promise.all([
    readRecord(db(), kind, id),
    db().recordRevision.findFirst({ where: { id: revisionId, kind, recordId: id }, select: { content: true } }),
  ])
  if (!stored || !revision) return { ok: false, code: 'not-found' }
  if (!can(editor, kind === 'list' ? 'list.edit' : 'work.edit', stored.owned)) return { ok: false, code: 'not-allowed' }
  const kept = parseRecord(kind, revision.content)
  if (!kept)
    return {
      ok: false,
      code: 'invalid',
      problem: 'This version is of a form that is not known any more. Nothing was restored.',
    }
  const said = await withSurvivors(kept)
  const outcome = await save(editor, { id, version, slug: stored.said.content.slug }, said, {
    reason: 'restored',
    note,
  })
  if (outcome.ok) return { ok: true }
  if (outcome.code !== 'invalid') return { ok: false, code: outcome.code }
  return { ok: false, code: 'invalid', problem: `${outcome.problem} Nothing was restored.` }
}

function save(
  editor: Editor,
  { slug, ...at }: { id: string; version: number; slug: string },
  said: RecordContent,
  why: Why,
): Promise<
  | { ok: true }
  | { ok: false; code: 'not-found' | 'not-allowed' | 'stale' }
  | { ok: false; code: 'invalid'; problem: string }
> {
  switch (said.kind) {
    case 'work':
      return editWork(editor, { ...at, content: { ...said.content, slug } }, why)
    case 'person':
      return editPerson(editor, { ...at, content: { ...said.content, slug } }, why)
    case 'series':
      return saveSeries(editor, { ...at, content: { ...said.content, slug } }, why)
    case 'list':
      return saveList(editor, { ...at, content: { ...said.content, slug } }, why)
  }
}

/** Works and people that were merged since are what they were merged into; one that would then stand there twice stands there once. */
async function withSurvivors(said: RecordContent): Promise<RecordContent> {
  if (said.kind === 'person') return said
  if (said.kind === 'work') {
    const people = await survivorsOf(
      'person',
      said.content.credits.flatMap(credit => credit.personId ?? []),
    )
    const parents = await survivorsOf('work', said.content.parentId ? [said.content.parentId] : [])
    const credits = said.content.credits.map(credit => ({
      ...credit,
      personId: credit.personId && (people.get(credit.personId) ?? credit.personId),
    }))
    const { parentId } = said.content
    return { ...said, content: { ...said.content, credits, parentId: parentId && (parents.get(parentId) ?? parentId) } }
  }
  if (said.kind === 'series') {
    const works = await survivorsOf('work', said.content.workIds)
    const workIds = [...new Set(said.content.workIds.map(id => works.get(id) ?? id))]
    return { ...said, content: { ...said.content, workIds } }
  }
  const works = await survivorsOf(
    'work',
    said.content.entries.map(entry => entry.workId),
  )
  const entries = said.content.entries
    .map(entry => ({ ...entry, workId: works.get(entry.workId) ?? entry.workId }))
    .filter((entry, at, all) => all.findIndex(other => other.workId === entry.workId) === at)
  return { ...said, content: { ...said.content, entries } }
}

async function survivorsOf(noun: 'work' | 'person', ids: string[]): Promise<Map<string, string>> {
  const merged = { where: { id: { in: ids }, mergedIntoId: { not: null } }, select: { id: true, mergedIntoId: true } }
  const rows = noun === 'work' ? await db().work.findMany(merged) : await db().person.findMany(merged)
  return new Map(rows.flatMap(({ id, mergedIntoId }) => (mergedIntoId ? [[id, mergedIntoId] as const] : [])))
}
