import { describe, expect, test } from 'vitest'
import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { createList, saveList } from '#lib/lists/commands.ts'
import { editPerson } from '#lib/people/commands.ts'
import { saveSeries } from '#lib/series/commands.ts'
import { editWork } from '#lib/works/commands-edit.ts'
import { makeEditor, makePerson, makeWork, unique } from '#prisma/factories.ts'
import { restoreRecord } from './commands-restore.ts'
import { getRecordRevision, listRecordRevisions } from './desk-queries.ts'
import type { RecordKind } from './records.ts'
import { type RecordContent, readRecord } from './stored-records.ts'

await testDatabase()

async function read(kind: RecordKind, id: string) {
  const stored = await readRecord(db(), kind, id)
  if (!stored) throw new Error('There is none')
  return stored
}

/** Saves with one thing changed, through the command of its kind. */
async function change(
  editor: Editor,
  { kind, content }: RecordContent,
  at: { id: string; version: number },
  to: string,
) {
  switch (kind) {
    case 'work':
      return editWork(editor, { ...at, content: { ...content, title: to } })
    case 'person':
      return editPerson(editor, { ...at, content: { ...content, name: to } })
    case 'series':
      return saveSeries(editor, { ...at, content: { ...content, name: to } })
    case 'list':
      return saveList(editor, { ...at, content: { ...content, title: to } })
  }
}

async function make(editor: Editor, kind: RecordKind): Promise<string> {
  const work = await makeWork()
  if (kind === 'work') return work.id
  if (kind === 'person') return (await makePerson()).id
  if (kind === 'list') {
    const list = await createList(editor)
    return list.ok ? list.id : ''
  }
  const content = { name: 'Earthsea', kind: 'series' as const, slug: unique('series'), note: '', workIds: [work.id] }
  const saved = await saveSeries(editor, { id: null, version: null, content })
  return saved.ok ? saved.id : ''
}

describe.each(['work', 'person', 'series', 'list'] as const)('a %s', kind => {
  test('keeps what it was before its first change, and every version from there', async () => {
    const editor = await makeEditor('editor')
    const id = await make(editor, kind)
    const first = await read(kind, id)
    expect(await change(editor, first.said, { id, version: first.version }, 'Second')).toMatchObject({ ok: true })
    const history = await listRecordRevisions(editor, kind, id)
    expect(history?.revisions.map(({ version }) => version)).toEqual([first.version + 1, first.version])
    expect(history?.revisions[0]).toMatchObject({ authorId: editor.id, reason: 'saved' })
    const [last] = history?.revisions ?? []
    const view = await getRecordRevision(editor, kind, { id, revisionId: last?.id ?? '', against: 'previous' })
    expect(view?.difference.fields.flatMap(({ words }) => words)).toContainEqual({ kind: 'added', text: 'Second' })
  })

  test('is what it was when a version is restored, but for its number', async () => {
    const editor = await makeEditor('editor')
    const id = await make(editor, kind)
    const first = await read(kind, id)
    await change(editor, first.said, { id, version: first.version }, 'Second')
    const revision = (await listRecordRevisions(editor, kind, id))?.revisions.at(-1)
    const at = { kind, id, version: first.version + 1, revisionId: revision?.id ?? '', note: 'It was right' }
    expect(await restoreRecord(editor, at)).toEqual({ ok: true })
    const after = await read(kind, id)
    expect(after.said).toEqual(first.said)
    expect(after.version).toBe(first.version + 2)
    const history = await listRecordRevisions(editor, kind, id)
    expect(history?.revisions[0]).toMatchObject({ reason: 'restored', note: 'It was right', authorId: editor.id })
  })

  test('is not restored by who may not change it, over a later version, or from another’s history', async () => {
    const editor = await makeEditor('editor')
    const id = await make(editor, kind)
    const first = await read(kind, id)
    await change(editor, first.said, { id, version: first.version }, 'Second')
    const revisionId = (await listRecordRevisions(editor, kind, id))?.revisions.at(-1)?.id ?? ''
    const at = { kind, id, version: first.version + 1, revisionId }
    expect(await restoreRecord(await makeEditor('contributor'), at)).toMatchObject({ code: 'not-allowed' })
    expect(await restoreRecord(editor, { ...at, version: first.version })).toMatchObject({ code: 'stale' })
    const other = await make(editor, kind)
    expect(await restoreRecord(editor, { ...at, id: other })).toMatchObject({ code: 'not-found' })
    expect((await read(kind, id)).version).toBe(first.version + 1)
  })
})

test('a list whose work is gone is not restored, and it is said', async () => {
  const editor = await makeEditor('editor')
  const id = await make(editor, 'list')
  const work = await makeWork()
  const { said, version } = await read('list', id)
  if (said.kind !== 'list') throw new Error('No list')
  const content = { ...said.content, title: 'Two', entries: [{ workId: work.id, note: '' }] }
  await saveList(editor, { id, version, content })
  await saveList(editor, { id, version: version + 1, content: { ...content, entries: [] } })
  const revisionId = (await listRecordRevisions(editor, 'list', id))?.revisions[1]?.id ?? ''
  await db().work.delete({ where: { id: work.id } })
  const refused = await restoreRecord(editor, { kind: 'list', id, version: version + 2, revisionId })
  expect(refused).toMatchObject({ code: 'invalid', problem: expect.stringContaining('Nothing was restored.') })
  expect((await read('list', id)).version).toBe(version + 2)
})

test('a list is nobody’s history who may not edit it', async () => {
  const id = await make(await makeEditor('editor'), 'list')
  expect(await listRecordRevisions(await makeEditor('critic'), 'list', id)).toBeNull()
})
