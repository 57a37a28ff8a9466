import { expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { publishReview, retractReview } from '#lib/reviews/commands-publish.ts'
import { makeEditor, makeReview, makeWork, unique } from '#prisma/factories.ts'
import { listDeskWorks } from './desk-queries-list.ts'

await testDatabase()

test('works are found by title and by who made them, with the first that is billed', async () => {
  const [editor, word] = [await makeEditor(), unique('needle')]
  await makeWork({ title: `The ${word}` })
  await makeWork({ director: `Jo ${word}` })
  await makeWork()
  const { works, total } = await listDeskWorks(editor, { text: word.toUpperCase(), page: 1 })
  expect(total).toBe(2)
  expect(works.map(work => work.credits).sort()).toEqual([`Directed by Jo ${word}.`, 'Directed by Spike Jonze.'])
})

test('of the reviews of a work only those are counted that this editor may read', async () => {
  const [editor, critic] = [await makeEditor(), await makeEditor('critic', { isCritic: true })]
  const work = await makeWork({ title: unique('counted') })
  await makeReview(critic, { workId: work.id })
  await makeReview(editor, { workId: work.id })
  const count = async (who: typeof editor) =>
    (await listDeskWorks(who, { text: work.title, page: 1 })).works[0]?.reviews
  expect(await count(editor)).toBe(2)
  expect(await count(critic)).toBe(1)
})

test('works are narrowed to a kind, and to those of which nothing was ever published; merged ones are gone', async () => {
  const [editor, word] = [await makeEditor(), unique('narrow')]
  const work = await makeWork({ title: `Live ${word}` })
  const draft = await makeWork({ title: `Draft ${word}`, kind: 'book' })
  const merged = await makeWork({ title: `Merged ${word}` })
  await db().work.update({ where: { id: merged.id }, data: { mergedIntoId: work.id } })
  await makeReview(editor, { workId: draft.id })
  const review = await makeReview(editor, { workId: work.id })
  const published = await publishReview(editor, review)
  expect(published).toMatchObject({ ok: true })
  const ids = async (filter: Parameters<typeof listDeskWorks>[1]) =>
    (await listDeskWorks(editor, filter)).works.map(({ id }) => id)
  expect(await ids({ text: word, page: 1 })).toEqual([draft.id, work.id])
  expect(await ids({ text: word, page: 1, kind: 'book' })).toEqual([draft.id])
  expect(await ids({ text: word, page: 1, isUnreviewed: true })).toEqual([draft.id])
  await retractReview(editor, { id: review.id, version: review.version })
  expect(await ids({ text: word, page: 1, isUnreviewed: true })).toEqual([draft.id])
})
