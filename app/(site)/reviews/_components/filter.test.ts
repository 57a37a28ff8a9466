import { expect, test } from 'vitest'
import { filterOf, queryOf } from './filter.ts'

test('what an address says is what the listing is narrowed by', () => {
  expect(filterOf({ kind: 'film', year: '2014', rating: '80' })).toMatchObject({ kind: 'film', year: 2014, rating: 80 })
})

test('what does not fit is as if it were not there', () => {
  const nothing = { kind: 'opera', year: 'soon', section: '../desk', critic: ['a', 'b'], rating: '1e9' }
  expect(queryOf(filterOf(nothing))).toBe('')
})

test('a form that was sent with empty fields filters nothing', () => {
  expect(queryOf(filterOf({ kind: '', section: '', rating: '' }))).toBe('')
})

test('one filter has one address, whatever the order it came in', () => {
  expect(queryOf(filterOf({ year: '2014', kind: 'film' }))).toBe('kind=film&year=2014')
})
