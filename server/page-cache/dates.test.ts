import { expect, test } from 'vitest'
import { PageDates } from './dates.ts'

const at = Date.parse('2026-10-21T07:28:00.400Z')

test('a page is dated when it was first seen, in whole seconds', () => {
  expect(new PageDates().since('/', 'a', at)).toBe(at - 400)
})

test('the same bytes keep their date, others get a later one, even within a second', () => {
  const dates = new PageDates()
  const first = dates.since('/', 'a', at)
  expect(dates.since('/', 'a', at + 60_000)).toBe(first)
  expect(dates.since('/', 'b', at + 100)).toBe(first + 1_000)
  expect(dates.since('/', 'a', at + 3_600_000)).toBe(at - 400 + 3_600_000)
  expect(dates.since('/about', 'a', at + 60_000)).toBe(at - 400 + 60_000)
})

test('a clock that is put back dates nothing before what it replaces', () => {
  const dates = new PageDates()
  const first = dates.since('/', 'a', at)
  expect(dates.since('/', 'b', at - 3_600_000)).toBeGreaterThan(first)
})

test('what an earlier process knew counts', () => {
  const dates = new PageDates()
  dates.learn('/', 'a', at - 5_000_400)
  expect(dates.since('/', 'a', at)).toBe(at - 5_000_400)
})
