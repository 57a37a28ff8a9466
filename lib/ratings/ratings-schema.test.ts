import { expect, test } from 'vitest'
import { ratingSchema, scaleSchema, unitSchema } from './ratings-schema.ts'

const five = { key: 'five', name: 'Five', version: 1, kind: 'numeric', min: 0, max: 5, step: 0.5, labels: [] }
const grades = { ...five, key: 'grades', kind: 'letter', max: 2, step: 1, labels: ['C', 'B', 'A'] }
const star = { singular: 'star', plural: 'stars', glyph: 'star' }

test.each([
  ['in halves', five],
  ['in tenths', { ...five, max: 10, step: 0.1 }],
  ['from below zero', { ...five, min: -5 }],
  ['from one', { ...five, min: 1, max: 6, step: 1 }],
  ['in a thousand steps', { ...five, max: 100, step: 0.1 }],
  ['of letters', grades],
])('a scale %s is a scale', (_, scale) => expect(scaleSchema.parse(scale)).toEqual(scale))

test.each([
  ['without a range', { ...five, max: 0 }],
  ['upside down', { ...five, min: 6 }],
  ['whose steps miss its end', { ...five, step: 0.3 }],
  ['without steps', { ...five, step: 0 }],
  ['that steps down', { ...five, step: -1 }],
  ['finer than hundredths', { ...five, step: 0.001 }],
  ['of more steps than anybody can tell apart', { ...five, max: 1000, step: 0.5 }],
  ['that never ends', { ...five, max: Number.POSITIVE_INFINITY }],
  ['beyond a thousand', { ...five, max: 2000, step: 1000 }],
  ['of numbers with labels', { ...five, labels: ['good'] }],
  ['of one letter', { ...grades, max: 0, labels: ['A'] }],
  ['of letters that are typed alike', { ...grades, labels: ['A-', 'a minus', 'A'] }],
  ['of letters that counts past them', { ...grades, max: 3 }],
  ['of letters in halves', { ...grades, step: 0.5 }],
  ['without a version', { ...five, version: 0 }],
  ['with more than a scale has', { ...five, colour: 'red' }],
])('a scale %s is refused', (_, scale) => expect(scaleSchema.safeParse(scale).success).toBe(false))

test('a rating is kept as its scale writes it', () => {
  const tenths = { ...five, max: 10, step: 0.1 }
  expect(ratingSchema.parse({ scale: tenths, unit: null, value: 0.1 + 0.2 }).value).toBe(0.3)
  for (const value of [4.3, -0.5, 5.5, Number.NaN, Number.POSITIVE_INFINITY, '5', null]) {
    expect(ratingSchema.safeParse({ scale: five, unit: star, value }).success).toBe(false)
  }
})

test('a unit is words on one line', () => {
  expect(unitSchema.parse({ ...star, singular: '  marmalade \n sandwich ' }).singular).toBe('marmalade sandwich')
  expect(unitSchema.parse({ ...star, singular: 'e\u0301clair' }).singular).toBe('éclair')
  for (const singular of ['', '   ', 'a'.repeat(41), 'st\u0000ar', 'st\u202ear', 'st\ud800ar', 7]) {
    expect(unitSchema.safeParse({ ...star, singular }).success).toBe(false)
  }
})
