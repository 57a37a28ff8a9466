import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readCursor, writeCursor } from './cursor.ts'

const key = z.tuple([z.iso.datetime(), z.guid()])
const row = ['2014-02-14T08:00:00.000Z', '01a20630-f368-743c-b181-c6e1df16fff6']
const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('a cursor', () => {
  test('is read as it was written', () => {
    expect(readCursor('listReviews {}', writeCursor('listReviews {}', row), key)).toEqual(row)
    const title = ['“Ys” – ǅ 花樣年華', row[1] ?? '']
    expect(readCursor('q', writeCursor('q', title), z.tuple([z.string(), z.guid()]))).toEqual(title)
  })

  test('stands in an address as it is', () => {
    expect(writeCursor('q', row)).toMatch(/^[\w-]+$/)
  })

  test('fits no other question', () => {
    const cursor = writeCursor('listReviews {"kind":"film"}', row)
    expect(readCursor('listReviews {"kind":"book"}', cursor, key)).toBeNull()
    expect(readCursor('listWorks {"kind":"film"}', cursor, key)).toBeNull()
  })

  test('holds what its order has, and nothing else', () => {
    const cursor = writeCursor('q', row)
    expect(readCursor('q', cursor, z.tuple([z.string(), z.string(), z.string()]))).toBeNull()
    for (const values of [
      ['yesterday', row[1]],
      [row[0], "' OR 1=1"],
      [row[0]],
      [...row, 'x'],
      [[], {}],
      'x',
      null,
      {},
    ])
      expect(readCursor('q', written(['p0', values]), key)).toBeNull()
  })

  test('is not made up', () => {
    const hostile = [
      '',
      '.',
      'W10',
      'bnVsbA',
      '%00',
      'a'.repeat(5_000),
      written([]),
      written({ __proto__: [] }),
      `${writeCursor('q', row)}!`,
    ]
    for (const cursor of hostile) expect(readCursor('q', cursor, key), cursor.slice(0, 20)).toBeNull()
    const nul = writeCursor('q', ['a\0b', row[1] ?? ''])
    expect(readCursor('q', nul, z.tuple([z.string(), z.guid()]))).toBeNull()
  })
})
