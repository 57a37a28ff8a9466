import { describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { sizeText } from '#lib/history/field-diff.ts'
import { makeEditor, makeReview, makeScale, prose, readReview, unique } from '#prisma/factories.ts'
import { restoreRevision, saveReview } from './commands.ts'
import { discardChanges, keepNamedVersion, nameRevision } from './commands-history.ts'
import { publishReview } from './commands-publish.ts'
import { getRevision, getUnseen, listRevisions } from './desk-queries-history.ts'

await testDatabase()

const words = { name: 'Before the cut', note: 'The editor wants it shorter' }

async function live() {
  const editor = await makeEditor('editor', { isCritic: true })
  const scaleVersionId = await makeScale()
  const { id, version, content } = await makeReview(editor, { rating: { scaleVersionId, value: 4, unit: null } })
  expect(await publishReview(editor, { id, version })).toMatchObject({ ok: true })
  return { editor, id, version, content }
}

async function save(editor: Awaited<ReturnType<typeof makeEditor>>, id: string, part: object, autosave = false) {
  const { version, content } = await readReview(id)
  const saved = await saveReview(editor, { id, version, content: { ...content, ...part }, autosave })
  if (!saved.ok) throw new Error(JSON.stringify(saved))
  return saved.version
}

describe('a version with a name', () => {
  test('is found by it, and no autosave takes its place', async () => {
    const { editor, id, content } = await live()
    await save(editor, id, { title: 'One' }, true)
    const version = await save(editor, id, { title: 'Two' }, true)
    expect(await keepNamedVersion(editor, { id, version, words })).toEqual({ ok: true })
    for (const title of ['Three', 'Four', 'Five']) await save(editor, id, { title }, true)
    const kept = (await listRevisions(editor, id))?.revisions.find(({ name }) => name === words.name)
    expect(kept).toMatchObject({ version, note: words.note, reason: 'saved' })
    expect((await getRevision(editor, id, kept?.id ?? ''))?.content).toEqual({ ...content, title: 'Two' })
  })

  test('can be any earlier one, and can lose its name', async () => {
    const { editor, id } = await live()
    const revision = await db().revision.findFirstOrThrow({ where: { reviewId: id, version: 1 } })
    const name = (given: typeof words) => nameRevision(editor, { id, revisionId: revision.id, words: given })
    expect(await name(words)).toEqual({ ok: true })
    expect((await getRevision(editor, id, revision.id))?.entry).toMatchObject(words)
    expect(await name({ name: '', note: '' })).toEqual({ ok: true })
    expect((await getRevision(editor, id, revision.id))?.entry.name).toBe('')
  })

  test('is refused to who may not write, who may not read, and where something was saved since', async () => {
    const { editor, id } = await live()
    const version = await save(editor, id, { title: 'One' })
    const contributor = await makeEditor('contributor')
    const critic = await makeEditor('critic')
    for (const who of [contributor, critic])
      expect(await keepNamedVersion(who, { id, version, words })).toEqual({ ok: false, code: 'not-found' })
    expect(await keepNamedVersion(editor, { id, version: version - 1, words })).toMatchObject({ code: 'stale' })
    const revision = await db().revision.findFirstOrThrow({ where: { reviewId: id } })
    expect(await nameRevision(critic, { id, revisionId: revision.id, words })).toMatchObject({ code: 'not-found' })
    const other = await live()
    expect(await nameRevision(editor, { id: other.id, revisionId: revision.id, words })).toMatchObject({
      code: 'not-found',
    })
  })
})

describe('what readers have not seen', () => {
  test('is nothing of a review that is live as it stands, and everything of none that is not', async () => {
    const { editor, id } = await live()
    const unseen = await getUnseen(editor, id)
    expect(unseen?.difference && sizeText(unseen.difference)).toBe('')
    const draft = await makeReview(editor)
    expect((await getUnseen(editor, draft.id))?.difference).toBeNull()
    expect(await getUnseen(await makeEditor('critic'), id)).toBeNull()
  })

  test('is told in words, fields and all', async () => {
    const { editor, id, content } = await live()
    const rating = content.rating && { ...content.rating, value: 4.5 }
    await save(editor, id, { body: prose('I was brought up above a small cinema.'), rating, title: 'Another' })
    const unseen = await getUnseen(editor, id)
    expect(unseen?.difference && sizeText(unseen.difference)).toBe('1 word and 2 fields')
    expect(unseen?.difference?.fields.map(({ name }) => name)).toEqual(['Headline', 'Rating'])
  })

  test('is discarded: the review is what is live again, to the field, and says so', async () => {
    const { editor, id, content } = await live()
    const version = await save(editor, id, { title: 'Another', slug: unique('moved'), body: prose('Other words.') })
    expect(await discardChanges(editor, { id, version })).toMatchObject({ ok: true, version: version + 1 })
    const after = await readReview(id)
    expect(after.content).toEqual(content)
    expect(after.publishedVersion).toBe(after.version)
    const [last, before] = (await listRevisions(editor, id))?.revisions ?? []
    expect(last).toMatchObject({ reason: 'restored', version: version + 1 })
    expect((await getRevision(editor, id, before?.id ?? ''))?.content.title).toBe('Another')
    // Nothing to publish.
    expect(await publishReview(editor, { id, version: version + 1 })).toMatchObject({ ok: true, number: 1 })
  })

  test('is discarded by nobody who may not write it, and not when somebody saved since', async () => {
    const { editor, id } = await live()
    const version = await save(editor, id, { title: 'Another' })
    expect(await discardChanges(await makeEditor('critic'), { id, version })).toMatchObject({ code: 'not-found' })
    expect(await discardChanges(editor, { id, version: version - 1 })).toMatchObject({ code: 'stale' })
    const draft = await makeReview(editor)
    expect(await discardChanges(editor, draft)).toMatchObject({ code: 'not-found' })
    expect((await readReview(id)).title).toBe('Another')
  })
})

test('a version that is restored says why', async () => {
  const { editor, id, content } = await live()
  const version = await save(editor, id, { title: 'Another' })
  const first = await db().revision.findFirstOrThrow({ where: { reviewId: id, version: version - 1 } })
  expect(await restoreRevision(editor, { id, version, revisionId: first.id, note: 'It was better' })).toMatchObject({
    ok: true,
  })
  expect((await readReview(id)).content).toEqual(content)
  expect((await listRevisions(editor, id))?.revisions[0]).toMatchObject({ reason: 'restored', note: 'It was better' })
})

test('a version that names what is gone is not restored, and nothing is half written', async () => {
  const { editor, id } = await live()
  const version = await save(editor, id, { title: 'Another' })
  const { content } = await readReview(id)
  const gone = { ...content, body: { type: 'doc', content: [mentionOf('019b5e8e-0000-7000-8000-000000000001')] } }
  const revision = await db().revision.create({
    data: { reviewId: id, version: 1, reason: 'saved', content: JSON.parse(JSON.stringify(gone)) },
  })
  expect(await restoreRevision(editor, { id, version, revisionId: revision.id })).toMatchObject({
    code: 'invalid',
    field: 'body',
  })
  expect((await readReview(id)).version).toBe(version)
})

function mentionOf(id: string) {
  return { type: 'paragraph', content: [{ type: 'mention', attrs: { kind: 'work', id, label: 'Her' } }] }
}
