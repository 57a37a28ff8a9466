import { describe, expect, test } from 'vitest'
import { isNarrowed, libraryPath, readLibraryFilter } from './library-filter.ts'

const nothing = { q: '', filter: null, place: null, after: null }

describe('the address of the library', () => {
  test('says what it is narrowed to, and is read back', () => {
    const search = { q: 'red coat', filter: 'no-alt', place: 'work', after: null } as const
    const path = libraryPath(search)
    expect(path).toBe('/desk/media?q=red+coat&filter=no-alt&place=work')
    expect(readLibraryFilter(Object.fromEntries(new URLSearchParams(path.split('?')[1])))).toEqual(search)
  })

  test('is short when it is narrowed to nothing', () => {
    expect(libraryPath({})).toBe('/desk/media')
    expect(libraryPath(nothing)).toBe('/desk/media')
  })

  test('begins at the newest again when something else is looked for', () => {
    const search = { ...nothing, after: '2026-01-01T00:00:00.000Z~x' }
    expect(libraryPath(search, { filter: 'unused' })).toBe('/desk/media?filter=unused')
    expect(libraryPath(search, { after: 'next' })).toBe('/desk/media?after=next')
  })

  test('leaves out what it does not know', () => {
    expect(readLibraryFilter({ filter: 'stolen', place: ['work', 'text'], q: ['a', 'b'] })).toEqual(nothing)
    expect(readLibraryFilter({ filter: '', place: '', q: '  ' })).toEqual(nothing)
    expect(readLibraryFilter({ q: 'x'.repeat(500) })).toEqual(nothing)
  })

  test('is narrowed by words, a filter or a place, and not by a page', () => {
    expect(isNarrowed(nothing)).toBe(false)
    expect(isNarrowed({ ...nothing, after: 'x' })).toBe(false)
    expect(isNarrowed({ ...nothing, q: 'a' })).toBe(true)
    expect(isNarrowed({ ...nothing, place: 'glyph' })).toBe(true)
  })
})
