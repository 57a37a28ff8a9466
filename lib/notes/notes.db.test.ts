import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import type { Prose } from '#lib/prose/prose.ts'
import { restoreRevision, saveReview } from '#lib/reviews/commands.ts'
import { publishReview } from '#lib/reviews/commands-publish.ts'
import { makeEditor, makeReview, prose, readReview } from '#prisma/factories.ts'
import { anchorAt } from './anchors.ts'
import { addComment, deleteComment, editComment, reopenNote, replyToNote, resolveNote } from './commands.ts'
import { acceptSuggestions, rejectSuggestions, suggestEdits } from './commands-suggest.ts'
import { unresolvedSuggestions } from './counts.ts'
import { getNotes } from './desk-queries.ts'
import { linesOf } from './lines.ts'

await testDatabase()

const text = 'The lamp is lit every night. Nobody remembers who lit it first.'

async function scene() {
  const [ada, ines] = [
    await makeEditor('editor', { name: 'Ada' }),
    await makeEditor('critic', { isCritic: true, name: 'Ines' }),
  ]
  const review = await makeReview(ines, { body: prose(text) })
  return { ada, ines, review }
}

function on(words: string, body: Prose = prose(text)) {
  const [line = ''] = linesOf(body)
  const start = line.indexOf(words)
  const { place, ...rest } = anchorAt([line], { block: 0, start, end: start + words.length })
  return { place: place ?? { block: 0, start: 0, end: 0 }, ...rest }
}

function comment(words = 'Who?', anchor: ReturnType<typeof on> | null = on('Nobody remembers')) {
  return { id: randomUUID(), commentId: randomUUID(), anchor, text: words }
}

function suggestion(quote: string, replacement: string) {
  return { id: randomUUID(), anchor: on(quote), replacement }
}

async function rewrite(editor: Editor, id: string, words: string) {
  const { version, content } = await readReview(id)
  const saved = await saveReview(editor, { id, version, content: { ...content, body: prose(words) } })
  if (!saved.ok) throw new Error(saved.code)
}

async function wordsOf(id: string): Promise<string> {
  return linesOf((await readReview(id)).content.body).join('\n')
}

describe('a comment', () => {
  test('stands on its words, is answered, settled and opened again', async () => {
    const { ada, ines, review } = await scene()
    const said = comment()
    expect(await addComment(ada, review.id, said)).toEqual({ ok: true })
    expect(
      await replyToNote(ines, review.id, { id: said.id, commentId: randomUUID(), text: 'The old woman.' }),
    ).toEqual({
      ok: true,
    })
    expect(await resolveNote(ines, review.id, said)).toEqual({ ok: true })
    const settled = (await getNotes(ada, review.id))?.notes[0]
    expect(settled).toMatchObject({ state: 'resolved', settledBy: 'Ines', quote: 'Nobody remembers' })
    expect(settled?.comments.map(({ text, isOwn }) => [text, isOwn])).toEqual([
      ['Who?', true],
      ['The old woman.', false],
    ])
    expect(await reopenNote(ada, review.id, said)).toEqual({ ok: true })
    expect((await getNotes(ada, review.id))?.notes[0]).toMatchObject({ state: 'open', settledBy: null })
  })

  test('that is sent twenty times at once is one', async () => {
    const { ada, review } = await scene()
    const said = comment()
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => addComment(ada, review.id, said)))
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect((await getNotes(ada, review.id))?.notes.map(({ comments }) => comments.length)).toEqual([1])
  })

  test('on the whole review has no place, and words that are not there are refused', async () => {
    const { ada, review } = await scene()
    expect(await addComment(ada, review.id, comment('Good.', null))).toEqual({ ok: true })
    const elsewhere = comment('Here', on('nothing of the kind', prose('nothing of the kind')))
    expect(await addComment(ada, review.id, elsewhere)).toEqual({ ok: false, code: 'gone' })
    expect(await db().note.count({ where: { reviewId: review.id } })).toBe(1)
  })

  test('names people who may read the review, and nobody else', async () => {
    const { ada, ines, review } = await scene()
    const stranger = await makeEditor('critic', { isCritic: true, name: 'Stranger Danger' })
    await addComment(ada, review.id, comment('@Ines and @Stranger Danger, look'))
    const notes = await getNotes(ada, review.id)
    expect(notes?.notes[0]?.comments[0]?.mentions).toEqual([{ id: ines.id, name: 'Ines' }])
    expect(notes?.people.map(({ id }) => id)).not.toContain(stranger.id)
  })

  test('is changed and taken back by whoever wrote it, and by nobody else', async () => {
    const { ada, ines, review } = await scene()
    const said = comment()
    await addComment(ada, review.id, said)
    const change = { commentId: said.commentId, text: 'Who, then?' }
    expect(await editComment(ines, review.id, change)).toEqual({ ok: false, code: 'not-allowed' })
    expect(await deleteComment(ines, review.id, change)).toEqual({ ok: false, code: 'not-allowed' })
    expect(await editComment(ada, review.id, change)).toEqual({ ok: true })
    await replyToNote(ines, review.id, { id: said.id, commentId: randomUUID(), text: 'Me.' })
    expect(await deleteComment(ada, review.id, change)).toEqual({ ok: true })
    const [kept] = (await getNotes(ada, review.id))?.notes ?? []
    expect(kept?.comments.map(({ text }) => text)).toEqual(['', 'Me.'])
  })

  test('that nobody answered goes as a whole', async () => {
    const { ada, review } = await scene()
    const said = comment()
    await addComment(ada, review.id, said)
    await deleteComment(ada, review.id, said)
    expect(await db().note.count({ where: { reviewId: review.id } })).toBe(0)
  })

  test('is not found, and not made, by somebody who may not read the review', async () => {
    const { ada, review } = await scene()
    const said = comment()
    await addComment(ada, review.id, said)
    for (const role of ['critic', 'contributor'] as const) {
      const stranger = await makeEditor(role, { isCritic: true })
      const refused = { ok: false, code: 'not-found' }
      expect(await getNotes(stranger, review.id)).toBeNull()
      expect(await addComment(stranger, review.id, comment())).toEqual(refused)
      expect(await replyToNote(stranger, review.id, { id: said.id, commentId: randomUUID(), text: 'x' })).toEqual(
        refused,
      )
      expect(await resolveNote(stranger, review.id, said)).toEqual(refused)
      expect(await suggestEdits(stranger, review.id, { edits: [suggestion('lamp', 'lantern')] })).toEqual(refused)
    }
    expect(await db().note.count({ where: { reviewId: review.id } })).toBe(1)
  })

  test('belongs to its review: through another one it is not found', async () => {
    const { ada, ines, review } = await scene()
    const other = await makeReview(ines, { body: prose(text) })
    const said = comment()
    await addComment(ada, review.id, said)
    expect(await addComment(ada, other.id, said)).toEqual({ ok: false, code: 'not-found' })
    expect(await resolveNote(ada, other.id, said)).toEqual({ ok: false, code: 'not-found' })
    expect(await editComment(ada, other.id, { commentId: said.commentId, text: 'x' })).toMatchObject({ ok: false })
  })
})

describe('an anchor', () => {
  test('follows its words through saves, is without a place when they go, and comes back with a restored version', async () => {
    const { ada, ines, review } = await scene()
    await addComment(ada, review.id, comment())
    const placeOf = async () => (await getNotes(ada, review.id))?.notes[0]
    await rewrite(ines, review.id, `Once more: ${text}`)
    expect((await placeOf())?.place).toEqual({ block: 0, start: 40, end: 56 })
    const kept = await db().revision.findFirstOrThrow({ where: { reviewId: review.id }, orderBy: { version: 'desc' } })
    await rewrite(ines, review.id, 'Something else entirely.')
    expect(await placeOf()).toMatchObject({ place: null, quote: 'Nobody remembers', state: 'open' })
    const { version } = await readReview(review.id)
    await restoreRevision(ines, { id: review.id, version, revisionId: kept.id })
    expect((await placeOf())?.place).toEqual({ block: 0, start: 40, end: 56 })
  })
})

describe('a suggestion', () => {
  test('that is accepted is an edit in the history, with whose it was', async () => {
    const { ada, ines, review } = await scene()
    const edit = suggestion('is lit', 'was lit')
    expect(await suggestEdits(ada, review.id, { edits: [edit] })).toEqual({ ok: true, missed: [] })
    expect(await wordsOf(review.id)).toBe(text)
    const before = await readReview(review.id)
    const accept = { ids: [edit.id], version: before.version }
    expect(await acceptSuggestions(ines, review.id, accept)).toEqual({ ok: true, missed: [] })
    expect(await wordsOf(review.id)).toBe(text.replace('is lit', 'was lit'))
    const last = await db().revision.findFirstOrThrow({ where: { reviewId: review.id }, orderBy: { version: 'desc' } })
    expect(last).toMatchObject({ version: before.version + 1, authorId: ines.id })
    expect(last.note).toBe('Accepted from Ada: “is lit” → “was lit”')
    // A second press, whose version is by then an old one, changes nothing.
    expect(await acceptSuggestions(ines, review.id, accept)).toEqual({ ok: true })
    expect((await readReview(review.id)).version).toBe(before.version + 1)
  })

  test('accepted twenty times at once is made once', async () => {
    const { ada, ines, review } = await scene()
    const edit = suggestion('', 'Oh. ')
    await suggestEdits(ada, review.id, { edits: [{ ...edit, anchor: on('') }] })
    const { version } = await readReview(review.id)
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => acceptSuggestions(ines, review.id, { ids: [edit.id], version })),
    )
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect(await wordsOf(review.id)).toBe(`Oh. ${text}`)
  })

  test('all at once are one save, and of two that touch one stays open, without a place', async () => {
    const { ada, ines, review } = await scene()
    const edits = [suggestion('lamp', 'lantern'), suggestion('Nobody', 'No one'), suggestion('lamp is', 'lamps are')]
    await suggestEdits(ada, review.id, { edits })
    const { version } = await readReview(review.id)
    const outcome = await acceptSuggestions(ines, review.id, { ids: edits.map(({ id }) => id), version })
    expect(outcome).toEqual({ ok: true, missed: [edits[2]?.id] })
    expect(await wordsOf(review.id)).toBe('The lantern is lit every night. No one remembers who lit it first.')
    const left = (await getNotes(ada, review.id))?.notes.filter(({ state }) => state === 'open')
    expect(left).toMatchObject([{ id: edits[2]?.id, place: null, quote: 'lamp is' }])
    expect(await acceptSuggestions(ines, review.id, { ids: [edits[2]?.id ?? ''], version: version + 1 })).toEqual({
      ok: false,
      code: 'gone',
    })
  })

  test('is not accepted over a text that was saved meanwhile, nor by somebody who may not edit it', async () => {
    const { ada, ines, review } = await scene()
    const edit = suggestion('lamp', 'lantern')
    await suggestEdits(ada, review.id, { edits: [edit] })
    const { version } = await readReview(review.id)
    await rewrite(ines, review.id, `${text} And more.`)
    expect(await acceptSuggestions(ines, review.id, { ids: [edit.id], version })).toEqual({ ok: false, code: 'stale' })
    const contributor = await makeEditor('contributor', { isCritic: true })
    const theirs = await makeReview(contributor, { body: prose(text) })
    await publishReview(ada, { id: theirs.id, version: theirs.version })
    const own = suggestion('lamp', 'lantern')
    // What is live is an editor's to change: a contributor suggests.
    expect(await suggestEdits(contributor, theirs.id, { edits: [own] })).toMatchObject({ ok: true })
    expect(await acceptSuggestions(contributor, theirs.id, { ids: [own.id], version: theirs.version })).toEqual({
      ok: false,
      code: 'not-allowed',
    })
    expect(await unresolvedSuggestions(db(), theirs.id)).toBe(1)
  })

  test('is rejected by who may edit the review, taken back by whose it is, and opened again', async () => {
    const { ada, ines, review } = await scene()
    const edit = suggestion('lamp', 'lantern')
    await suggestEdits(ada, review.id, { edits: [edit] })
    const contributor = await makeEditor('contributor', { isCritic: true })
    const theirs = await makeReview(contributor, { body: prose(text) })
    await publishReview(ada, { id: theirs.id, version: theirs.version })
    const other = suggestion('lamp', 'lantern')
    await suggestEdits(ada, theirs.id, { edits: [other] })
    expect(await rejectSuggestions(contributor, theirs.id, { ids: [other.id] })).toEqual({
      ok: false,
      code: 'not-allowed',
    })
    expect(await rejectSuggestions(ines, review.id, { ids: [edit.id] })).toEqual({ ok: true })
    expect(await rejectSuggestions(ines, review.id, { ids: [edit.id] })).toEqual({ ok: true })
    const { version } = await readReview(review.id)
    expect(await acceptSuggestions(ines, review.id, { ids: [edit.id], version })).toEqual({
      ok: false,
      code: 'settled',
    })
    expect(await reopenNote(ada, review.id, edit)).toEqual({ ok: true })
    expect(await unresolvedSuggestions(db(), review.id)).toBe(1)
    expect(await wordsOf(review.id)).toBe(text)
  })

  test('never reaches what readers get', async () => {
    const { ada, review } = await scene()
    const edit = suggestion('is lit', 'was extinguished')
    await suggestEdits(ada, review.id, { edits: [edit] })
    await addComment(ada, review.id, comment('A secret remark'))
    await rejectSuggestions(ada, review.id, { ids: [edit.id] })
    const published = await publishReview(ada, { id: review.id, version: review.version })
    expect(published.ok).toBe(true)
    const snapshot = await db().publication.findFirstOrThrow({ where: { reviewId: review.id } })
    expect(JSON.stringify(snapshot, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(
      /secret remark|extinguished/,
    )
  })
})
