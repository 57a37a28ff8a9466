import { expect, test } from 'vitest'
import { testDatabase } from '#lib/db/testing.ts'
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
