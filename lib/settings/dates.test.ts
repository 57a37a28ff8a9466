import { expect, test } from 'vitest'
import { dateText, instantOf, momentText, yearOf, zonedIso } from './dates.ts'

const london = { language: 'en-GB', timeZone: 'Europe/London' }

test('the offset is that of the season', () => {
  expect(zonedIso('2014-02-14T08:00:00Z', 'Europe/London')).toBe('2014-02-14T08:00:00+00:00')
  expect(zonedIso('2014-07-14T08:00:00Z', 'Europe/London')).toBe('2014-07-14T09:00:00+01:00')
})

test('a wall time becomes the instant that it was there; a gap moves later, an overlap takes the first', () => {
  expect(instantOf('2014-07-14T09:00', 'Europe/London').toISOString()).toBe('2014-07-14T08:00:00.000Z')
  expect(instantOf('2026-03-29T01:30', 'Europe/London').toISOString()).toBe('2026-03-29T01:30:00.000Z')
  expect(instantOf('2026-10-25T01:30', 'Europe/London').toISOString()).toBe('2026-10-25T00:30:00.000Z')
})

test('the year is that of the publication’s zone', () => {
  const midnight = new Date('2014-12-31T23:30:00Z')
  expect(yearOf(midnight, 'Europe/London')).toBe(2014)
  expect(yearOf(midnight, 'Europe/Athens')).toBe(2015)
})

test('dates are said in the publication’s words', () => {
  expect(dateText('2014-02-14T08:00:00Z', london)).toBe('14 February 2014')
  expect(momentText('2014-07-14T08:00:00Z', london)).toMatch(/14 July 2014 at 09:00/)
})
