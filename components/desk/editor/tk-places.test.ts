import { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { proseSchema } from '#lib/prose/schema.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { emptyContent } from '#lib/reviews/testing.ts'
import { type Here, nextTk, tkStops } from './tk-places.ts'

const content: ReviewContent = {
  ...emptyContent,
  title: 'TK hears TK',
  verdict: 'TK.',
  pros: ['TK', 'TK'],
}
const doc = Node.fromJSON(proseSchema, {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'One TK, two TK.' }] }],
})
const stops = tkStops(content, doc)
const from = (here: Here, by: 1 | -1 = 1) => {
  const next = nextTk(stops, here, by)
  return next && `${next.number}: ${next.stop.field} ${next.stop.at}`
}

test('they are gone through in the order of the page, and round', () => {
  expect(stops.map(({ field, at }) => `${field} ${at}`)).toEqual([
    'title 0',
    'title 9',
    'body 5',
    'body 13',
    'verdict 0',
    'pros 0',
  ])
  expect(from(null)).toBe('1: title 0')
  expect(from({ field: 'title', at: 0 })).toBe('2: title 9')
  expect(from({ field: 'title', at: 9 })).toBe('3: body 5')
  expect(from({ field: 'standfirst', at: 0 })).toBe('3: body 5')
  expect(from({ field: 'body', at: 13 })).toBe('5: verdict 0')
  expect(from({ field: 'pros', at: 0 })).toBe('1: title 0')
})

test('and back', () => {
  expect(from(null, -1)).toBe('6: pros 0')
  expect(from({ field: 'body', at: 13 }, -1)).toBe('3: body 5')
  expect(from({ field: 'title', at: 0 }, -1)).toBe('6: pros 0')
  expect(nextTk([], null, 1)).toBeNull()
})
