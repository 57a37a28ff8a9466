import { describe, expect, test } from 'vitest'
import { readIsbn } from './isbn.ts'

describe('an ISBN', () => {
  test.each([
    ['9780571364879', '9780571364879'],
    ['978-0-571-36487-9', '9780571364879'],
    ['ISBN 978 0 571 36487 9', '9780571364879'],
    ['urn:isbn:9780571364879', '9780571364879'],
    ['ISBN-13: 978-0-571-36487-9', '9780571364879'],
    // Of ten digits: another prefix, another check digit.
    ['0-571-36487-X', '9780571364879'],
    ['0306406152', '9780306406157'],
    ['080442957x', '9780804429573'],
    ['979-10-90636-07-1', '9791090636071'],
  ])('%s is %s', (typed, isbn) => expect(readIsbn(typed)).toBe(isbn))

  test.each([
    '9780571364878',
    '0306406153',
    '0571364871',
    '978057136487',
    '97805713648790',
    '1234567890123',
    '',
    'Her',
    '977-0571364879',
  ])('“%s” is none', typed => expect(readIsbn(typed)).toBeNull())

  test('any one digit mistyped, or two neighbours changed about, is seen (neighbours that differ by five aside)', () => {
    const good = '9780571364879'
    for (let at = 0; at < 13; at += 1)
      for (let digit = 0; digit < 10; digit += 1) {
        const typed = good.slice(0, at) + digit + good.slice(at + 1)
        expect(readIsbn(typed)).toBe(typed === good ? good : null)
      }
  })
})
