import { expect, test } from 'vitest'
import { updatedAt } from './updated.ts'

const zone = 'Europe/London'
const review = (publishedAt: string, modifiedAt: string) => ({ publishedAt, modifiedAt })

test('readers are told of a change on a later day, not of one on the day of publication', () => {
  const later = '2014-07-16T08:00:00.000Z'
  expect(updatedAt(review('2014-07-14T08:00:00.000Z', later), zone)).toBe(later)
  expect(updatedAt(review('2014-07-14T08:00:00.000Z', '2014-07-14T20:00:00.000Z'), zone)).toBeNull()
})

test('the days are those of the publication’s zone', () => {
  // 00:30 and 23:30 of one summer day in London.
  expect(updatedAt(review('2014-07-13T23:30:00.000Z', '2014-07-14T22:30:00.000Z'), zone)).toBeNull()
  // 23:30 and 00:30 of the next.
  expect(updatedAt(review('2014-07-14T22:30:00.000Z', '2014-07-14T23:30:00.000Z'), zone)).not.toBeNull()
})

test('a date of publication that was set to later is no change', () => {
  expect(updatedAt(review('2014-07-14T08:00:00.000Z', '2014-07-12T08:00:00.000Z'), zone)).toBeNull()
})
