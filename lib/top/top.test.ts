import { expect, test } from 'vitest'
import { sharedRanks, topFilterOf, topPath } from './top.ts'

test('what the address says is what the page is narrowed by', () => {
  expect(topFilterOf({ kind: 'film', decade: '2010', genre: ' Science fiction ' })).toEqual({
    kind: 'film',
    decade: 2010,
    genre: 'Science fiction',
  })
})

test('a year says more than a decade', () => {
  expect(topFilterOf({ year: '2013', decade: '1990' })).toEqual({ year: 2013 })
})

test('what does not fit is as if it were not there', () => {
  const nothing = { kind: 'opera', year: 'soon', decade: '2013', genre: ['a', 'b'] }
  expect(topFilterOf(nothing)).toEqual({})
  expect(topFilterOf({ kind: '', genre: '', year: '0' })).toEqual({})
  expect(topFilterOf({ genre: 'a'.repeat(81) })).toEqual({})
})

test('one filter has one address', () => {
  expect(topPath({ kind: 'film', genre: 'Art & craft', year: 2013 })).toBe(
    '/top?genre=Art+%26+craft&kind=film&year=2013',
  )
  expect(topPath({})).toBe('/top')
})

test.each([
  [[100, 90, 90, 80], 1, 1, [1, 2, 2, 4]],
  [[90, 90, 80], 3, 2, [2, 2, 5]],
  [[100, 100, 100], 1, 1, [1, 1, 1]],
  [[], 1, 1, []],
])('scores %j from place %i on', (scores, place, first, ranks) => {
  expect(sharedRanks(scores, place, first)).toEqual(ranks)
})
