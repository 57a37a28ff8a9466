import { expect, test } from 'vitest'
import { archivePath } from '#lib/addresses/addresses.ts'
import { monthName, shortMonthName } from './archive.ts'

test('months have names in the publication’s language', () => {
  expect([monthName(1, 'en-GB'), monthName(12, 'en-GB'), monthName(3, 'de-DE')]).toEqual([
    'January',
    'December',
    'März',
  ])
  expect(shortMonthName(2, 'en-GB')).toBe('Feb')
})

test('a month has two digits in its address', () => {
  expect([archivePath(2014), archivePath(2014, 6), archivePath(2014, 11)]).toEqual([
    '/archive/2014',
    '/archive/2014/06',
    '/archive/2014/11',
  ])
})
