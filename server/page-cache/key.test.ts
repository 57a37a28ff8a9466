import { expect, test } from 'vitest'
import { pageKey, roomOf } from './key.ts'

const keyOf = (path: string, query: string) => pageKey(path, query)?.key

test('each path has one room', () => {
  expect(
    ['/', '/reviews/her', '/desktop', '/desk', '/desk/reviews', '/api/auth/x', '/_next/x', '/media/a', '/live'].map(
      roomOf,
    ),
  ).toEqual(['page', 'page', 'page', 'desk', 'desk', 'api', 'next', 'media', 'health'])
})

test('queries that no page knows make no entry of their own', () => {
  expect(keyOf('/', 'utm_source=mail&fbclid=%ff')).toBe('/')
  expect(keyOf('/reviews/her', 'page=2&_rsc=1')).toBe('/reviews/her')
})

test.each(['/corrections', '/people', '/people/spike-jonze', '/lists/of-2022', '/archive/2014'])(
  '%s has pages, and nothing else to ask',
  path => expect(keyOf(path, 'page=2&kind=film')).toBe(`${path}?page=2`),
)

test('a feed goes on further back, and nothing else can be asked of it', () => {
  expect(keyOf('/feeds/sections/film.atom', 'page=2&q=x')).toBe('/feeds/sections/film.atom?page=2')
  for (const path of ['/feeds', '/feeds/read/all']) expect(keyOf(path, 'page=2')).toBe(path)
})

test('the order, the empty fields and the first page do not matter', () => {
  expect(keyOf('/reviews', 'year=2014&kind=film&q=&page=1')).toBe('/reviews?kind=film&year=2014')
  expect(keyOf('/reviews', 'kind=film&kind=book')).toBe('/reviews?kind=film')
  expect(keyOf('/reviews', 'q=blade+runner')).toBe('/reviews?q=blade%20runner')
})

test('what a visitor can make up is told from the pages of a listing', () => {
  expect(pageKey('/reviews', 'page=2')?.isPassing).toBe(false)
  expect(pageKey('/reviews', 'q=a')?.isPassing).toBe(true)
  expect(pageKey('/reviews', 'kind=film&page=2')?.isPassing).toBe(true)
})

test.each(['q=%ff', 'q=%00', 'q=%', `q=${'a'.repeat(201)}`, 'page=1%0a2'])('%j is malformed', query => {
  expect(pageKey('/reviews', query)).toBeNull()
})
