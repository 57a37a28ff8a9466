import { beforeAll, describe, expect, test } from 'vitest'
import type { Editor } from '#lib/auth/editor.ts'
import type { Role } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { restoreRevision, saveReview } from '#lib/reviews/commands.ts'
import { discardChanges } from '#lib/reviews/commands-history.ts'
import { publishReview } from '#lib/reviews/commands-publish.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { makeEditor, makeReview, makeScale, readReview } from '#prisma/factories.ts'
import { answerScore, proposeScore } from './commands-score.ts'
import { getNotes } from './desk-queries.ts'

await testDatabase()

let scaleVersionId = ''
beforeAll(async () => {
  scaleVersionId = await makeScale()
})
const score = (value: number) => ({ scaleVersionId, value, unit: null })

/** Somebody who can sign in and be asked. */
async function account(role: Role, name: string) {
  const editor = await makeEditor(role, { isCritic: true, name })
  await db().user.update({ where: { id: editor.id }, data: { passwordHash: 'x' } })
  return editor
}

async function scene() {
  const [ada, ines] = [await account('owner', 'Ada'), await account('critic', 'Ines')]
  return { ada, ines, review: await makeReview(ines, { rating: score(3.5) }) }
}

async function save(editor: Editor, id: string, change: Partial<ReviewContent>) {
  const { version, content } = await readReview(id)
  return saveReview(editor, { id, version, content: { ...content, ...change } })
}

async function ratingOf(id: string) {
  return (await readReview(id)).content.rating?.value ?? null
}

async function openProposal(editor: Editor, id: string) {
  const proposal = (await getNotes(editor, id))?.proposal
  if (!proposal) throw new Error('Nothing is proposed')
  const { version } = await readReview(id)
  return { id: proposal.id, version, words: '' }
}

describe('the score of a critic who can be asked', () => {
  test('is not changed by a save of anybody else, the owner included; everything else is', async () => {
    const { ada, review } = await scene()
    const editor = await account('editor', 'Ed')
    for (const other of [ada, editor])
      for (const rating of [score(4), null])
        expect(await save(other, review.id, { rating })).toEqual({
          ok: false,
          code: 'invalid',
          field: 'rating',
          problem: 'The score is Ines’s. Propose yours, and it stands when they agree.',
        })
    expect(await save(ada, review.id, { title: 'Another headline' })).toMatchObject({ ok: true })
    expect(await ratingOf(review.id)).toBe(3.5)
  })

  test('is changed by the critic, and by an editor whose byline it is too', async () => {
    const { ada, ines, review } = await scene()
    expect(await save(ines, review.id, { rating: score(2) })).toMatchObject({ ok: true })
    const { criticIds } = review.content
    await save(ada, review.id, { criticIds: [...criticIds, ada.criticId ?? ''] })
    expect(await save(ada, review.id, { rating: score(5) })).toMatchObject({ ok: true })
  })

  test('is an editor’s to give where nobody can be asked: no account, or a closed one', async () => {
    const { ada, ines, review } = await scene()
    await db().user.update({ where: { id: ines.id }, data: { disabledAt: new Date() } })
    expect(await save(ada, review.id, { rating: score(4) })).toMatchObject({ ok: true })
    const guest = await makeReview(await makeEditor('editor'))
    expect(await save(ada, guest.id, { rating: score(4) })).toMatchObject({ ok: true })
  })

  test('stays when an editor restores a version with another, and keeps a critic’s later one from being discarded', async () => {
    const { ada, ines, review } = await scene()
    const first = await db().revision.findFirstOrThrow({ where: { reviewId: review.id, version: review.version } })
    await publishReview(ada, { id: review.id, version: review.version })
    await save(ines, review.id, { rating: score(1), title: 'Later' })
    const { version } = await readReview(review.id)
    expect(await discardChanges(ada, { id: review.id, version })).toMatchObject({ code: 'invalid', field: 'rating' })
    expect(await restoreRevision(ada, { id: review.id, version, revisionId: first.id })).toMatchObject({ ok: true })
    expect(await readReview(review.id)).toMatchObject({ title: review.content.title, content: { rating: score(1) } })
  })

  test('is not changed by taking the critic off the byline and putting them back', async () => {
    const { ada, review } = await scene()
    const { criticIds } = review.content
    expect(await save(ada, review.id, { criticIds: [] })).toMatchObject({ ok: true })
    expect(await save(ada, review.id, { rating: score(5) })).toMatchObject({ ok: true })
    expect(await save(ada, review.id, { criticIds })).toMatchObject({ code: 'invalid', field: 'criticIds' })
    expect(await save(ada, review.id, { criticIds, rating: score(3.5) })).toMatchObject({ code: 'invalid' })
    await save(ada, review.id, { rating: score(3.5) })
    expect(await save(ada, review.id, { criticIds })).toMatchObject({ ok: true })
  })
})

describe('a proposed score', () => {
  test('stands when the critic agrees; who proposed and who agreed is written down', async () => {
    const { ada, ines, review } = await scene()
    expect(await proposeScore(ada, review.id, { to: score(4), why: 'You liked it more' })).toEqual({ ok: true })
    expect(await ratingOf(review.id)).toBe(3.5)
    const seen = await getNotes(ines, review.id)
    expect(seen).toMatchObject({
      may: { answer: true },
      scoreOf: [],
      proposal: { by: 'Ada', why: 'You liked it more' },
    })
    expect(seen?.proposal).toMatchObject({ from: 'Three and a half stars out of five', to: 'Four stars out of five' })
    const answer = { ...(await openProposal(ines, review.id)), answer: 'accepted' as const }
    expect(await answerScore(ines, review.id, answer)).toEqual({ ok: true })
    expect(await answerScore(ines, review.id, answer)).toEqual({ ok: true })
    expect(await ratingOf(review.id)).toBe(4)
    const last = await db().revision.findFirstOrThrow({ where: { reviewId: review.id }, orderBy: { version: 'desc' } })
    expect(last).toMatchObject({ authorId: ines.id, version: answer.version + 1 })
    expect(last.note).toMatch(/→ Four stars out of five: proposed by Ada, agreed by Ines$/)
    const actions = await db().auditEntry.findMany({ where: { subject: review.id }, orderBy: { id: 'asc' } })
    expect(
      actions.filter(({ action }) => action.includes('score')).map(({ action, actorId }) => [action, actorId]),
    ).toEqual([
      ['review.propose-score', ada.id],
      ['review.accept-score', ines.id],
    ])
  })

  test('is not agreed to by anybody but the critic', async () => {
    const { ada, review } = await scene()
    await proposeScore(ada, review.id, { to: score(4), why: '' })
    const open = await openProposal(ada, review.id)
    const editor = await account('editor', 'Ed')
    const stranger = await account('critic', 'Stranger')
    for (const [who, code] of [
      [ada, 'not-allowed'],
      [editor, 'not-allowed'],
      [stranger, 'not-found'],
    ] as const)
      for (const answer of ['accepted', 'refused'] as const)
        expect(await answerScore(who, review.id, { ...open, answer })).toEqual({ ok: false, code })
    expect(await answerScore(editor, review.id, { ...open, answer: 'withdrawn' })).toMatchObject({
      code: 'not-allowed',
    })
    expect(await ratingOf(review.id)).toBe(3.5)
  })

  test('is refused, taken back or overtaken, and then not agreed to any more', async () => {
    const { ada, ines, review } = await scene()
    await proposeScore(ada, review.id, { to: score(4), why: '' })
    const first = await openProposal(ines, review.id)
    await proposeScore(ada, review.id, { to: score(4.5), why: '' })
    expect(await answerScore(ines, review.id, { ...first, answer: 'accepted' })).toEqual({ ok: false, code: 'settled' })
    const second = await openProposal(ines, review.id)
    expect(await answerScore(ines, review.id, { ...second, words: 'No.', answer: 'refused' })).toEqual({ ok: true })
    expect((await getNotes(ada, review.id))?.proposal).toMatchObject({
      state: 'refused',
      answer: 'No.',
      answeredBy: 'Ines',
    })
    await proposeScore(ada, review.id, { to: score(5), why: '' })
    const third = await openProposal(ada, review.id)
    expect(await answerScore(ada, review.id, { ...third, answer: 'withdrawn' })).toEqual({ ok: true })
    expect(await answerScore(ines, review.id, { ...third, answer: 'accepted' })).toEqual({ ok: false, code: 'settled' })
    expect(await ratingOf(review.id)).toBe(3.5)
  })

  test('is not agreed to over a review that was saved meanwhile', async () => {
    const { ada, ines, review } = await scene()
    await proposeScore(ada, review.id, { to: score(4), why: '' })
    const open = await openProposal(ines, review.id)
    await save(ada, review.id, { title: 'Meanwhile' })
    expect(await answerScore(ines, review.id, { ...open, answer: 'accepted' })).toEqual({ ok: false, code: 'stale' })
  })

  test('is one that its scale has, another than stands, and needed', async () => {
    const { ada, ines, review } = await scene()
    expect(await proposeScore(ada, review.id, { to: score(9), why: '' })).toMatchObject({ code: 'invalid' })
    expect(await proposeScore(ada, review.id, { to: score(3.5), why: '' })).toMatchObject({ code: 'invalid' })
    expect(await proposeScore(ines, review.id, { to: score(4), why: '' })).toMatchObject({ code: 'invalid' })
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => proposeScore(ada, review.id, { to: null, why: '' })),
    )
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect(await db().scoreProposal.count({ where: { reviewId: review.id } })).toBe(1)
  })
})
