import { expect, test } from 'vitest'
import { type DeskFilter, deskListPath, isNarrowed, readDeskFilter } from './desk-filter.ts'

const open: DeskFilter = {
  text: '',
  state: null,
  section: null,
  critic: null,
  work: null,
  kind: null,
  step: null,
  assignee: null,
  due: null,
  priority: null,
  sort: 'updated',
  page: 1,
}

test('an address without a query shows everything, last changed first', () => {
  expect(readDeskFilter({})).toEqual(open)
  expect(isNarrowed(readDeskFilter({ sort: 'title', page: '3' }))).toBe(false)
})

test('an address says all of the filter, and the filter all of the address', () => {
  const path =
    '/desk/reviews?q=her&state=draft&section=film&critic=jun-halvorsen&work=her&kind=capsule&sort=title&page=2'
  const filter = readDeskFilter(Object.fromEntries(new URL(path, 'http://localhost').searchParams))
  expect(filter).toEqual({
    text: 'her',
    step: null,
    assignee: null,
    due: null,
    priority: null,
    state: 'draft',
    section: 'film',
    critic: 'jun-halvorsen',
    work: 'her',
    kind: 'capsule',
    sort: 'title',
    page: 2,
  })
  expect(deskListPath(filter, { page: 2 })).toBe(path)
})

const unreadable: Record<string, string | string[]>[] = [
  { state: 'DRAFT' },
  { sort: 'passwordHash' },
  { page: '0' },
  { page: '-1' },
  { page: '1e9' },
  { page: 'NaN' },
  { section: '../film' },
  { critic: "'; --" },
  { kind: '__proto__' },
  { q: '  \0\ud800 ' },
  { state: ['nothing', 'draft'] },
  { constructor: 'y', passwordHash: 'x' },
]

test.each(unreadable)('what cannot be read counts as not said: %j', query => {
  expect(readDeskFilter(query)).toEqual(open)
})

test('a name that is given twice counts once', () => {
  expect(readDeskFilter({ q: ['her', 'him'] }).text).toBe('her')
})

test('another filter begins at the first page', () => {
  expect(deskListPath({ ...open, page: 4 }, { state: 'live' })).toBe('/desk/reviews?state=live')
  expect(deskListPath({ ...open, page: 4 })).toBe('/desk/reviews')
})
