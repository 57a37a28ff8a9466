import { expect, test } from 'vitest'
import { isNarrowed, readWorksFilter, worksPath } from './desk-filter.ts'

const nothing = { text: '', kind: null, isUnreviewed: false, page: 1 }

test('an address says the filter, and the filter its address', () => {
  const filter = { text: 'the bear', kind: 'series', isUnreviewed: true, page: 3 } as const
  expect(worksPath(filter)).toBe('/desk/works?q=the+bear&kind=series&never=1&page=3')
  expect(readWorksFilter({ q: 'the bear', kind: 'series', never: '1', page: '3' })).toEqual(filter)
  expect(worksPath(nothing)).toBe('/desk/works')
  expect([isNarrowed(filter), isNarrowed({ ...nothing, page: 2 })]).toEqual([true, false])
})

test('what cannot be read is not said', () => {
  expect(readWorksFilter({ q: ['\u0000'], kind: 'poem', never: 'yes', page: '-1' })).toEqual(nothing)
  expect(readWorksFilter({ q: 'x'.repeat(2_000_000) }).text).toHaveLength(100)
})
