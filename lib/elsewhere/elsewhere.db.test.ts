import { expect, test } from 'vitest'
import { testDatabase } from '#lib/db/testing.ts'
import { reviewHead } from '#lib/markup/head.ts'
import { createReview } from '#lib/reviews/commands.ts'
import { makeEditor, makeReview, makeScale, makeWork } from '#prisma/factories.ts'
import { getCardToBe, getElsewhere } from './desk-queries.ts'
import { elsewhereSchema } from './elsewhere-schema.ts'

await testDatabase()

const site = { siteUrl: 'https://five.example', settings: { name: 'Out of Five' } }

test('a draft is shown as machines would see it if it were published now', async () => {
  const editor = await makeEditor()
  const rating = { scaleVersionId: await makeScale(), value: 4, unit: null }
  const review = await makeReview(editor, { rating })
  const elsewhere = await getElsewhere(editor, review.id)
  if (!elsewhere) throw new Error('There is nothing')
  expect(elsewhereSchema.parse(JSON.parse(JSON.stringify(elsewhere))).review).toEqual(elsewhere.review)
  expect(reviewHead(elsewhere.review, site).title).toBe('Her (2013) review: A Voice Through the Floor')
  expect(elsewhere.rated).toEqual({ value: 4, best: 5, author: 'A Critic' })
  expect(JSON.stringify(elsewhere.graph)).toContain('"ratingValue":4')
  expect(elsewhere.card.alt).toContain('Four stars out of five')
  expect(await getCardToBe(editor, review.id)).toMatchObject({ title: 'Her', sentence: 'Four stars out of five' })
})

test('what is not rated to machines is not shown as rated: a restaurant, an unscored review, nothing at all', async () => {
  const editor = await makeEditor()
  const rating = { scaleVersionId: await makeScale(), value: 4, unit: null }
  const { id: workId } = await makeWork({ title: 'The Corner', kind: 'restaurant' })
  const restaurant = await makeReview(editor, { workId, rating })
  const unscored = await makeReview(editor)
  const empty = await createReview(editor)
  for (const id of [restaurant.id, unscored.id, empty.ok ? empty.id : '']) {
    const elsewhere = await getElsewhere(editor, id)
    expect(elsewhere?.rated).toBeNull()
    expect(JSON.stringify(elsewhere?.graph)).not.toContain('ratingValue')
  }
})

test('the card’s key changes with what is drawn, and with nothing else', async () => {
  const editor = await makeEditor()
  const { id: workId } = await makeWork()
  const critics = { workId, criticIds: (await makeReview(editor)).content.criticIds }
  const keys = await Promise.all(
    [{}, { verdict: 'Another.' }, { kind: 'capsule' as const }].map(async content => {
      const review = await makeReview(editor, { ...critics, ...content })
      return (await getElsewhere(editor, review.id))?.card.key
    }),
  )
  expect(keys[0]).toBe(keys[1])
  expect(keys[0]).not.toBe(keys[2])
})

test('somebody else’s draft is not there for a critic', async () => {
  const review = await makeReview(await makeEditor())
  const critic = await makeEditor('critic', { isCritic: true })
  expect(await getElsewhere(critic, review.id)).toBeNull()
  expect(await getCardToBe(critic, review.id)).toBeNull()
})
