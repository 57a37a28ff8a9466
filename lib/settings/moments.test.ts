import { expect, test } from 'vitest'
import { fullMoment, greeting, shortMoment } from './moments.ts'

const now = '2026-11-22T00:30:00Z'
const london = { language: 'en-GB', timeZone: 'Europe/London' }

test('a list says how long ago in the words that one would use', () => {
  expect(shortMoment('2026-11-22T00:05:00Z', london, now)).toBe('Today, 00:05')
  expect(shortMoment('2026-11-21T23:05:00Z', london, now)).toBe('Yesterday, 23:05')
  expect(shortMoment('2026-03-02T12:00:00Z', london, now)).toBe('2 March')
  expect(shortMoment('2014-02-14T08:00:00Z', london, now)).toBe('14 February 2014')
})

test('a day begins at midnight where the editor is', () => {
  expect(shortMoment('2026-11-21T23:05:00Z', { ...london, timeZone: 'Europe/Berlin' }, now)).toBe('Today, 00:05')
  expect(shortMoment('2025-12-31T23:30:00Z', { ...london, timeZone: 'Asia/Tokyo' }, '2026-01-05T00:00:00Z')).toBe(
    '1 January',
  )
})

test('a moment to come keeps its date', () => {
  expect(shortMoment('2026-11-24T12:00:00Z', london, now)).toBe('24 November')
})

test('the publication’s time stands beside the editor’s own where they differ', () => {
  const berlin = { ...london, timeZone: 'Europe/Berlin' }
  expect(fullMoment('2014-07-14T08:00:00Z', berlin, 'Europe/London')).toBe(
    '14 July 2014 at 10:00 (Europe/Berlin); 14 July at 09:00 in Europe/London',
  )
  expect(fullMoment('2014-07-14T08:00:00Z', london, 'Europe/London')).toBe('14 July 2014 at 09:00 (Europe/London)')
})

test('the desk greets by the hour of the editor’s own zone', () => {
  expect(greeting('Europe/London', '2026-11-22T04:59:00Z')).toBe('Good evening')
  expect(greeting('Europe/London', '2026-11-22T05:00:00Z')).toBe('Good morning')
  expect(greeting('Asia/Tokyo', '2026-11-22T05:00:00Z')).toBe('Good afternoon')
})
