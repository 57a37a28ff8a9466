import { expect, test } from 'vitest'
import { askedOf, isNarrowed, queryOf } from './address.ts'

test('what an address says is what the listing is narrowed by', () => {
  const asked = askedOf({
    kind: 'film',
    year: '2014',
    decade: '2010',
    rating: '80',
    genre: 'science-fiction',
    country: 'GB',
  })
  expect(asked.filter).toMatchObject({
    kind: 'film',
    year: 2014,
    decade: 2010,
    rating: '80',
    genre: 'science-fiction',
    country: 'GB',
  })
  expect(isNarrowed(asked.filter)).toBe(true)
})

test('what does not fit is as if it were not there', () => {
  const nothing = {
    kind: 'opera',
    year: 'soon',
    decade: '1987',
    section: '../desk',
    critic: ['a', 'b'],
    rating: '1e9',
    country: 'gb',
    genre: "drama' OR 1=1",
    sort: 'random',
  }
  expect(queryOf(askedOf(nothing))).toBe('')
  expect(isNarrowed(askedOf(nothing).filter)).toBe(false)
})

test('a form that was sent with empty fields asks nothing', () => {
  expect(queryOf(askedOf({ kind: '', section: '', rating: '', q: '', sort: '' }))).toBe('')
})

test('one question has one address, whatever the order it came in', () => {
  expect(queryOf(askedOf({ year: '2014', q: 'blade runner', kind: 'film' }))).toBe(
    '?kind=film&q=blade+runner&year=2014',
  )
})

test('what was typed is cut and cleaned, never refused', () => {
  expect(askedOf({ q: `  her\u0000\n${'a'.repeat(300)}` }).typed).toHaveLength(200)
  expect(askedOf({ q: ['her', 'him'] }).typed).toBe('')
})
