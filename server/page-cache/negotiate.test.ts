import { expect, test } from 'vitest'
import { chooseCoding, matchesAny, matchesStrongly, readDate } from './negotiate.ts'

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['br;q=0.5, gzip', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['gzip;q=0.5, identity', 'identity'],
  ['*', 'br'],
  ['*;q=0.1, gzip;q=0.2', 'gzip'],
  ['br;q=0, *', 'gzip'],
  ['deflate', 'identity'],
  ['gzip ; q = 0.000 , br ;q=1.000', 'br'],
  ['br;q=nonsense', 'identity'],
  ['br;q=2, gzip', 'gzip'],
  ['identity;q=0', null],
  ['*;q=0', null],
  ['*;q=0, gzip', 'gzip'],
])('Accept-Encoding: %s is answered with %s', (header, coding) => {
  expect(chooseCoding(header, true)).toBe(coding)
  expect(chooseCoding(header, true)).toBe(coding)
})

test('what was not compressed goes out plain', () => {
  expect(chooseCoding('br, gzip', false)).toBe('identity')
  expect(chooseCoding('br, identity;q=0', false)).toBeNull()
})

test('If-None-Match compares weakly and reads lists', () => {
  expect(matchesAny('"a"', '"a"')).toBe(true)
  expect(matchesAny('W/"a"', '"a"')).toBe(true)
  expect(matchesAny('"x", W/"a,b" , "a"', '"a"')).toBe(true)
  expect(matchesAny('*', '"a"')).toBe(true)
  expect(matchesAny('"b"', '"a"')).toBe(false)
  expect(matchesAny('a', '"a"')).toBe(false)
  expect(matchesAny('"x,"a"', '"z"')).toBe(false)
})

test('If-Match compares strongly', () => {
  expect(matchesStrongly('"a"', ['"a"', '"a-br"'])).toBe(true)
  expect(matchesStrongly('W/"a"', ['"a"'])).toBe(false)
})

test('dates that are none are no condition', () => {
  expect(readDate('Wed, 21 Oct 2026 07:28:00 GMT')).toBe(Date.UTC(2026, 9, 21, 7, 28))
  expect(readDate('yesterday')).toBeNull()
  expect(readDate('1')).toBeNull()
})
