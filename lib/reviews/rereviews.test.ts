import { expect, test } from 'vitest'
import { earlierThoughts, laterThoughts } from './rereviews.ts'

const review = (id: string, rereviewOfId: string | null = null) => ({ id, rereviewOfId })
const chain = [review('c', 'b'), review('b', 'a'), review('a'), review('other')]
const ids = (reviews: { id: string }[]) => reviews.map(({ id }) => id)

test('later thoughts are found however many steps away, and nothing else', () => {
  expect(ids(laterThoughts('a', chain))).toEqual(['c', 'b'])
  expect(ids(laterThoughts('b', chain))).toEqual(['c'])
  expect(laterThoughts('c', chain)).toEqual([])
})

test('earlier thoughts are found from the nearest to the first', () => {
  expect(ids(earlierThoughts('b', chain))).toEqual(['b', 'a'])
  expect(earlierThoughts(null, chain)).toEqual([])
  expect(earlierThoughts('gone', chain)).toEqual([])
})

test('a circle that should not be there ends', () => {
  const circle = [review('a', 'b'), review('b', 'a')]
  expect(ids(laterThoughts('a', circle))).toEqual(['b'])
  expect(ids(earlierThoughts('b', circle))).toEqual(['b', 'a'])
})
