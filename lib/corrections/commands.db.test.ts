import { describe, expect, test } from 'vitest'
import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { publishReview, retractReview } from '#lib/reviews/commands-publish.ts'
import { getPublishedReview } from '#lib/reviews/published.ts'
import { makeEditor, makeReview, makeWork } from '#prisma/factories.ts'
import { addCorrection, withdrawCorrection } from './commands.ts'
import { correctionsPerPage } from './corrections.ts'
import { newCorrectionSchema } from './corrections-schema.ts'
import { getCorrectionsDesk } from './desk-queries.ts'
import { listCorrections } from './published.ts'

await testDatabase()

const text = 'An earlier version misspelt the name of Scarlett Johansson.'

async function live(editor: Editor) {
  const review = await makeReview(editor)
  await publishReview(editor, review)
  return review
}

async function corrected(editor: Editor, reviewId: string, words = text): Promise<string> {
  const outcome = await addCorrection(editor, { reviewId, text: words })
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.id
}

const lastEvent = () => db().contentEvent.findFirst({ orderBy: { id: 'desc' } })

describe('a correction', () => {
  test('is on the review and on the page of all, with its own date, and moves no date of the review', async () => {
    const editor = await makeEditor()
    const { id, content } = await live(editor)
    const before = await getPublishedReview(content.slug)
    const correctionId = await corrected(editor, id)
    expect(await lastEvent()).toMatchObject({
      kind: 'review.correct',
      tags: [`review:${id}`, 'corrections'],
      purge: false,
    })
    const after = await getPublishedReview(content.slug)
    expect(after?.corrections).toMatchObject([{ id: correctionId, text }])
    expect(after?.corrections[0]?.at.localeCompare(after.publishedAt)).toBe(1)
    expect(after?.modifiedAt).toBe(before?.modifiedAt)
    const { corrections } = await listCorrections(1)
    expect(corrections[0]).toMatchObject({
      id: correctionId,
      text,
      review: { title: content.title, path: `/reviews/${content.slug}` },
      work: { title: 'Her', year: 2013 },
    })
    expect(await db().auditEntry.count({ where: { action: 'review.correct', subject: id, actorId: editor.id } })).toBe(
      1,
    )
  })

  test('of a withdrawn review can still be made, leads nowhere, and leads there again afterwards', async () => {
    const editor = await makeEditor()
    const { id, version, content } = await live(editor)
    await retractReview(editor, { id, version })
    const correctionId = await corrected(editor, id)
    const entry = async () => (await listCorrections(1)).corrections.find(correction => correction.id === correctionId)
    expect(await entry()).toMatchObject({ review: null, work: { title: 'Her' } })
    expect(JSON.stringify(await entry())).not.toContain(content.title)
    await publishReview(editor, { id, version })
    expect(await entry()).toMatchObject({ review: { path: `/reviews/${content.slug}` } })
  })

  test('pressed ten times at once is one', async () => {
    const editor = await makeEditor()
    const { id } = await live(editor)
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => addCorrection(editor, { reviewId: id, text })))
    expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
    expect(outcomes.find(outcome => !outcome.ok)).toEqual({ ok: false, code: 'said' })
    expect(await db().correction.count({ where: { reviewId: id } })).toBe(1)
  })

  test('is refused for drafts, to contributors, and not found in somebody else’s review', async () => {
    const editor = await makeEditor()
    const draft = await makeReview(editor)
    expect(await addCorrection(editor, { reviewId: draft.id, text })).toEqual({ ok: false, code: 'never-published' })
    const contributor = await makeEditor('contributor', { isCritic: true })
    const own = await makeReview(contributor)
    await publishReview(editor, own)
    expect(await addCorrection(contributor, { reviewId: own.id, text })).toEqual({ ok: false, code: 'not-allowed' })
    const stranger = await makeEditor('critic', { isCritic: true })
    expect(await addCorrection(stranger, { reviewId: own.id, text })).toEqual({ ok: false, code: 'not-found' })
    expect(await addCorrection(editor, { reviewId: crypto.randomUUID(), text })).toEqual({
      ok: false,
      code: 'not-found',
    })
    expect(await db().correction.count({ where: { reviewId: { in: [draft.id, own.id] } } })).toBe(0)
  })

  test('says something, that can be stored, in a thousand characters', () => {
    const reviewId = crypto.randomUUID()
    for (const words of ['', ' \n ', 'x'.repeat(1_001), 'a\0b'])
      expect(newCorrectionSchema.safeParse({ reviewId, text: words }).success).toBe(false)
    expect(newCorrectionSchema.safeParse({ reviewId, text, at: '2014-01-01' }).success).toBe(false)
    expect(newCorrectionSchema.safeParse({ reviewId: '../her', text }).success).toBe(false)
  })
})

describe('withdrawing', () => {
  test('takes it away everywhere, once, and is remembered', async () => {
    const editor = await makeEditor()
    const { id, content } = await live(editor)
    const correctionId = await corrected(editor, id)
    expect(await withdrawCorrection(editor, { id: correctionId })).toEqual({ ok: true, id: correctionId })
    expect((await getPublishedReview(content.slug))?.corrections).toEqual([])
    expect(await lastEvent()).toMatchObject({ kind: 'review.uncorrect', tags: [`review:${id}`, 'corrections'] })
    expect(await db().auditEntry.findFirst({ where: { action: 'review.uncorrect', subject: id } })).toMatchObject({
      detail: { correction: correctionId },
    })
    expect(await withdrawCorrection(editor, { id: correctionId })).toEqual({ ok: false, code: 'not-found' })
  })

  test('is for whoever may retract: a critic says corrections of their own and cannot unsay them', async () => {
    const critic = await makeEditor('critic', { isCritic: true })
    const { id } = await live(critic)
    const correctionId = await corrected(critic, id)
    expect(await withdrawCorrection(critic, { id: correctionId })).toEqual({ ok: false, code: 'not-allowed' })
    const stranger = await makeEditor('critic', { isCritic: true })
    expect(await withdrawCorrection(stranger, { id: correctionId })).toEqual({ ok: false, code: 'not-found' })
    expect(await getCorrectionsDesk(critic, id)).toMatchObject({
      wasPublished: true,
      may: { correct: true, withdraw: false },
      corrections: [{ id: correctionId, by: 'Somebody' }],
    })
    expect(await getCorrectionsDesk(stranger, id)).toBeNull()
  })
})

test('the page of all corrections is in pages, newest first; one past the end is the last', async () => {
  const editor = await makeEditor()
  const { id } = await makeReview(editor, { workId: (await makeWork()).id })
  await db().correction.deleteMany()
  await publishReview(editor, { id, version: 2 })
  const start = Date.UTC(2026, 0, 1)
  await db().correction.createMany({
    data: Array.from({ length: correctionsPerPage + 5 }, (_, day) => ({
      reviewId: id,
      text: `Number ${day}`,
      at: new Date(start + day * 86_400_000),
    })),
  })
  const first = await listCorrections(1)
  expect([first.total, first.pages, first.corrections.length]).toEqual([correctionsPerPage + 5, 2, correctionsPerPage])
  expect(first.corrections[0]?.text).toBe(`Number ${correctionsPerPage + 4}`)
  const last = await listCorrections(99)
  expect([last.page, last.corrections.at(-1)?.text]).toEqual([2, 'Number 0'])
})
