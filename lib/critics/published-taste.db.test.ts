import { expect, test } from 'vitest'
import type { Editor } from '#lib/auth/editor.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { publishReview } from '#lib/reviews/commands-publish.ts'
import { makeEditor, makeReview, makeScale, makeTopic, makeWork } from '#prisma/factories.ts'
import { getTaste } from './published-taste.ts'

await testDatabase()

const scale = await makeScale()
const [ada, ben, cleo] = [
  await makeEditor('editor', { isCritic: true, name: 'Ada' }),
  await makeEditor('editor', { isCritic: true, name: 'Ben' }),
  await makeEditor('editor', { isCritic: true, name: 'Cleo' }),
]
const topic = await makeTopic({ name: 'Memory' })

async function review(critic: Editor, workId: string, stars: number | null, more = {}) {
  const rating = stars === null ? null : { scaleVersionId: scale, value: stars, unit: null }
  const outcome = await publishReview(critic, await makeReview(critic, { workId, rating, ...more }))
  if (!outcome.ok) throw new Error(outcome.code)
}
const tasteOf = (critic: Editor) => getTaste(critic.criticId ?? '')

test('what a critic’s live reviews say of them', async () => {
  const works = await Promise.all(
    ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map(title =>
      makeWork({ title, kind: title === 'Six' ? 'book' : 'film' }),
    ),
  )
  const [one, two, three, four, five, six] = works.map(work => work.id)
  if (!one || !two || !three || !four || !five || !six) throw new Error('no works')
  await review(ada, one, 2, { topicIds: [topic.id] })
  await review(ada, one, 5)
  await review(ada, two, 4)
  await review(ada, three, 0)
  await review(ada, four, 3)
  await review(ada, five, 3.5)
  await review(ada, six, null)
  await review(ben, one, 4.5)
  await review(ben, two, 4)
  await review(ben, three, 1)
  await review(cleo, four, 5)
  await review(cleo, five, null)
  // Signed together: no agreement.
  await review(ben, five, 3.5, { criticIds: [ben.criticId, ada.criticId] })

  const taste = await tasteOf(ada)
  expect(taste.spread).toEqual([1, 0, 0, 0, 1, 0, 1, 2, 1, 1])
  expect([taste.scored, taste.averageScore]).toEqual([7, 60])
  expect(taste.favourites.map(card => [card.work.title, card.score])).toEqual([
    ['One', 100],
    ['Two', 80],
    ['Five', 70],
    ['Four', 60],
    ['Three', 0],
  ])
  expect(taste.kinds).toEqual([
    { kind: 'film', count: 7 },
    { kind: 'book', count: 1 },
  ])
  expect(taste.topics).toMatchObject([{ name: 'Memory', count: 1 }])
  // One: 100 and 90, Two: 80 and 80, Three: 0 and 20.
  expect(taste.agreements).toMatchObject([
    { name: 'Ben', works: 3, apart: 10 },
    { name: 'Cleo', works: 1, apart: 40 },
  ])
  expect((await tasteOf(ben)).agreements.find(({ name }) => name === 'Ada')).toMatchObject({ works: 3, apart: 10 })
}, 60_000)

test('somebody who has written nothing has no taste yet', async () => {
  const nobody = await makeEditor('critic', { isCritic: true })
  expect(await tasteOf(nobody)).toMatchObject({ scored: 0, averageScore: null, favourites: [], agreements: [] })
})
