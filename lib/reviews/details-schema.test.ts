import { describe, expect, test } from 'vitest'
import { detailLimits, noDetails } from './details.ts'
import { detailsSchema, keptDetailsSchema, toAspects } from './details-schema.ts'

const full = {
  pullQuote: 'The best hour of the year.',
  badges: ['Essential', 'Best new'],
  pros: ['The colour'],
  cons: ['The length', 'The end'],
  aspects: [{ name: 'Story', weight: 3, value: 4.5 }],
  advisory: 'Flashing lights;\na dog dies.',
  seenHow: 'screening',
  seenEdition: 'Blu-ray, 2014 edition',
  seenPlatform: 'PlayStation 5',
  disclosures: ['free_copy', 'travel'],
  disclosureNote: 'The publisher sent us a copy.',
}

test('what is full passes as it is, and what is older than these fields has none of them', () => {
  expect(detailsSchema.parse(full)).toEqual(full)
  expect(detailsSchema.parse({})).toEqual(noDetails)
})

describe('is refused', () => {
  test.each([
    ['a long pull quote', { pullQuote: 'x'.repeat(281) }],
    ['a fourth badge', { badges: ['a', 'b', 'c', 'd'] }],
    ['a badge twice', { badges: ['a', 'a'] }],
    ['a badge without a name', { badges: [' '] }],
    ['a ninth point', { pros: Array.from({ length: 9 }, (_, index) => `point ${index}`) }],
    ['a long point', { cons: ['x'.repeat(141)] }],
    ['a point that cannot be stored', { cons: ['a\u0000b'] }],
    ['a ninth aspect', { aspects: Array.from({ length: 9 }, () => full.aspects[0]) }],
    ['an aspect with a long name', { aspects: [{ name: 'x'.repeat(41), weight: 1, value: 1 }] }],
    ['a weight of nothing', { aspects: [{ name: 'a', weight: 0, value: 1 }] }],
    ['a weight of eleven', { aspects: [{ name: 'a', weight: 11, value: 1 }] }],
    ['half a weight', { aspects: [{ name: 'a', weight: 1.5, value: 1 }] }],
    ['a value that is no number', { aspects: [{ name: 'a', weight: 1, value: Number.POSITIVE_INFINITY }] }],
    ['an aspect with more to it', { aspects: [{ name: 'a', weight: 1, value: 1, score: 5 }] }],
    ['a long advisory', { advisory: 'x'.repeat(301) }],
    ['a way that nobody sees by', { seenHow: 'telepathy' }],
    ['a long edition', { seenEdition: 'x'.repeat(121) }],
    ['a long platform', { seenPlatform: 'x'.repeat(121) }],
    ['a disclosure twice', { disclosures: ['travel', 'travel'] }],
    ['a disclosure of nothing known', { disclosures: ['dinner'] }],
    ['a long note', { disclosureNote: 'x'.repeat(301) }],
    ['a field that is none', { sponsor: 'Lumon' }],
  ])('%s', (_, given) => expect(detailsSchema.safeParse({ ...full, ...given }).success).toBe(false))
})

test('at the limits everything passes', () => {
  const most = {
    ...full,
    pullQuote: 'x'.repeat(detailLimits.pullQuote),
    pros: Array.from({ length: detailLimits.points }, (_, index) => `${index}`.padEnd(detailLimits.point, 'x')),
    aspects: Array.from({ length: detailLimits.aspects }, () => ({ name: 'x'.repeat(40), weight: 10, value: -5 })),
  }
  expect(detailsSchema.safeParse(most).success).toBe(true)
})

test('lines that were begun and not written are left out, also beyond the limit; the rest is one line each', () => {
  const pros = ['', ' The  colour\n ', ...Array.from({ length: 7 }, () => 'More'), ' ']
  expect(detailsSchema.parse({ pros }).pros).toEqual(['The colour', ...Array.from({ length: 7 }, () => 'More')])
})

test('a copy in a browser keeps what is too long to be saved, and may be older than these fields', () => {
  const long = { ...full, pullQuote: 'x'.repeat(999), pros: ['', 'y'.repeat(999)], seenHow: null }
  expect(keptDetailsSchema.parse(long)).toEqual(long)
  expect(keptDetailsSchema.parse({})).toEqual(noDetails)
})

test('aspects that are stored badly are none', () => {
  expect(toAspects([{ name: 'a', weight: 1, value: 2 }])).toEqual([{ name: 'a', weight: 1, value: 2 }])
  for (const stored of [null, {}, 'x', [{ name: 'a' }]]) expect(toAspects(stored)).toEqual([])
})
