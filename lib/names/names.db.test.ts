import { runMigrations } from 'graphile-worker'
import { describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { saveReview } from '#lib/reviews/commands.ts'
import { makeEditor, makePerson, makeReview, makeWork, prose, unique } from '#prisma/factories.ts'
import { acceptName, doubtName } from './commands.ts'
import { checkArchiveNames, startNameReport } from './commands-report.ts'
import { getNamesToCheck, listAcceptedKeys } from './desk-queries.ts'
import { getNameReport, listAcceptedNames } from './desk-queries-report.ts'

const { url } = await testDatabase()
await runMigrations({ connectionString: url })

/** Her, with Scarlett Johansson as Samantha. */
async function makeHer() {
  const work = await makeWork()
  const person = await makePerson('Scarlett Johansson')
  await db().credit.create({
    data: { workId: work.id, personId: person.id, role: 'voice', character: 'Samantha', position: 2 },
  })
  return work
}

/** Does the jobs of the report until there are none, as the worker does. */
async function lookThrough(): Promise<number> {
  const report = await db().nameReport.findFirstOrThrow()
  let jobs = 0
  for (; jobs < 50; jobs++) {
    const { finishedAt } = await db().nameReport.findUniqueOrThrow({ where: { id: report.id } })
    if (finishedAt) break
    await checkArchiveNames({ reportId: report.id })
  }
  return jobs
}

describe('what the names of a review are checked against', () => {
  test('is its work, all credited, their characters, and whoever is mentioned', async () => {
    const work = await makeHer()
    const mentioned = await makePerson('Sofia Coppola')
    const names = await getNamesToCheck(await makeEditor(), { workId: work.id, mentionIds: [mentioned.id] })
    expect(names.known).toEqual(
      expect.arrayContaining([
        { text: 'Her', kind: 'work' },
        { text: 'Spike Jonze', kind: 'person' },
        { text: 'Scarlett Johansson', kind: 'person' },
        { text: 'Samantha', kind: 'character' },
        { text: 'Sofia Coppola', kind: 'person' },
      ]),
    )
    expect(names.linkable).toContainEqual({ kind: 'person', id: mentioned.id, label: 'Sofia Coppola' })
    expect(names.words).not.toContain('telephone')
  })

  test('a mention of somebody who was merged is of who they are now', async () => {
    const [wrong, right] = [await makePerson('Sofia Copola'), await makePerson('Sofia Coppola')]
    await db().person.update({ where: { id: wrong.id }, data: { mergedIntoId: right.id } })
    const names = await getNamesToCheck(await makeEditor(), { workId: null, mentionIds: [wrong.id] })
    expect(names.known).toEqual([{ text: 'Sofia Coppola', kind: 'person' }])
  })

  test('without a work it is nothing', async () => {
    const { known, mayAccept } = await getNamesToCheck(await makeEditor('contributor'), {
      workId: null,
      mentionIds: [],
    })
    expect({ known, mayAccept }).toEqual({ known: [], mayAccept: false })
  })
})

describe('a spelling', () => {
  test('is accepted once for all, whatever its case and accents, and doubted again', async () => {
    const critic = await makeEditor('critic', { name: 'Rosalind' })
    expect(await acceptName(critic, { text: 'Jóhannson' })).toEqual({ ok: true, key: 'johannson' })
    expect(await acceptName(await makeEditor(), { text: 'JOHANNSON' })).toMatchObject({ ok: true })
    expect(await listAcceptedNames(critic)).toMatchObject([{ key: 'johannson', text: 'Jóhannson', by: 'Rosalind' }])
    expect(await listAcceptedKeys()).toEqual(['johannson'])
    expect(await db().auditEntry.count({ where: { action: 'name.accept' } })).toBe(1)
    expect(await doubtName(critic, { key: 'johannson' })).toEqual({ ok: true, text: 'Jóhannson' })
    expect(await doubtName(critic, { key: 'johannson' })).toEqual({ ok: false, code: 'not-found' })
    expect(await listAcceptedKeys()).toEqual([])
  })

  test('is accepted and doubted by no contributor', async () => {
    const contributor = await makeEditor('contributor')
    expect(await acceptName(contributor, { text: 'Jonz' })).toEqual({ ok: false, code: 'not-allowed' })
    await acceptName(await makeEditor(), { text: 'Kept' })
    expect(await doubtName(contributor, { key: 'kept' })).toEqual({ ok: false, code: 'not-allowed' })
    expect(await listAcceptedKeys()).toEqual(['kept'])
  })
})

describe('the look through the archive', () => {
  test('finds what is misspelt, in batches, and each editor sees what they may read', async () => {
    const editor = await makeEditor()
    const critic = await makeEditor('critic', { isCritic: true })
    const work = await makeHer()
    const body = prose('It sounds like Scarlett Johannson. Jonz knew.')
    const hers = await makeReview(critic, { workId: work.id, body, title: 'Mine' })
    const others = await makeReview(editor, { workId: work.id, verdict: 'Johannson breathes.' })
    const right = await makeReview(editor, { workId: work.id, body: prose('Scarlett Johansson breathes.') })
    for (let more = 0; more < 22; more++) await makeReview(editor, { workId: work.id, slug: unique('more') })

    expect(await startNameReport(editor)).toEqual({ ok: true })
    expect((await getNameReport(editor, 1)).report).toMatchObject({ isFinished: false, checked: 0, total: 25 })
    expect(await lookThrough()).toBe(2)

    const all = await getNameReport(editor, 1)
    expect(all.report).toMatchObject({ isFinished: true, checked: 25, total: 25 })
    expect(all.reviews.map(review => review.id).sort()).toEqual([hers.id, others.id].sort())
    expect(all.reviews.map(review => review.id)).not.toContain(right.id)
    expect(all.reviews.find(review => review.id === hers.id)?.doubts).toMatchObject([
      { text: 'Johannson', suggestion: 'Johansson', sentence: 'It sounds like Scarlett Johannson.', place: 'Text' },
      { text: 'Jonz', suggestion: 'Jonze', sentence: 'Jonz knew.' },
    ])
    expect(all.reviews.find(review => review.id === others.id)?.doubts).toMatchObject([{ place: 'Verdict' }])
    expect((await getNameReport(critic, 1)).reviews.map(review => review.id)).toEqual([hers.id])

    // Put right since, or accepted: gone, without another look.
    const fixed = { ...hers.content, body: prose('It sounds like Scarlett Johansson. Jonz knew.') }
    await saveReview(critic, { id: hers.id, version: hers.version, content: fixed, autosave: false })
    expect((await getNameReport(critic, 1)).reviews[0]?.doubts.map(doubt => doubt.text)).toEqual(['Jonz'])
    await acceptName(editor, { text: 'Johannson' })
    expect((await getNameReport(editor, 1)).reviews.map(review => review.id)).toEqual([hers.id])
  })

  test('is not begun twice at once, nor by a contributor; one that stands still is begun anew', async () => {
    expect(await startNameReport(await makeEditor('contributor'))).toEqual({ ok: false, code: 'not-allowed' })
    const critic = await makeEditor('critic')
    await Promise.all([startNameReport(critic), startNameReport(critic)])
    const first = await db().nameReport.findFirstOrThrow()
    expect(await db().nameReport.count()).toBe(1)
    await db().nameReport.update({ where: { id: first.id }, data: { movedAt: new Date(Date.now() - 600_000) } })
    expect((await getNameReport(critic, 1)).report?.isStill).toBe(true)
    await startNameReport(critic)
    const [second] = await db().nameReport.findMany()
    expect(second?.id).not.toBe(first.id)
    // The job of the old one finds that it is no longer wanted.
    await checkArchiveNames({ reportId: first.id })
    expect(await db().nameReport.findMany()).toMatchObject([{ id: second?.id, checked: 0 }])
  })

  test('a job that is done twice writes once', async () => {
    const editor = await makeEditor()
    const work = await makeHer()
    const { id } = await makeReview(editor, { workId: work.id, verdict: 'Samanta breathes.' })
    await db().nameReport.deleteMany()
    await startNameReport(editor)
    const report = await db().nameReport.findFirstOrThrow()
    await Promise.all([checkArchiveNames({ reportId: report.id }), checkArchiveNames({ reportId: report.id })])
    await lookThrough()
    expect(await db().nameDoubt.count({ where: { reviewId: id } })).toBe(1)
    const { checked, total } = await db().nameReport.findFirstOrThrow()
    expect(checked).toBe(total)
  })
})
