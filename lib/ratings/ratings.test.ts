import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { glyphTile, rowLength, rowReach } from './glyph-tile.ts'
import { glyphs, isGlyphKey } from './glyphs.ts'
import {
  compareByProjection,
  glyphRow,
  isOnScale,
  labelRange,
  nearestOnScale,
  parseRating,
  projection,
  type Rating,
  type RatingScale,
  type RatingUnit,
  ratingForMarkup,
  ratingLabel,
  ratingSentence,
  shortRating,
  stepDown,
  stepUp,
  valuesOnScale,
} from './ratings.ts'
import { ratingSchema, scaleSchema, unitSchema } from './ratings-schema.ts'

const numeric = (max: number, step: number, min = 0): RatingScale => ({
  key: 'n',
  name: 'N',
  version: 1,
  kind: 'numeric',
  min,
  max,
  step,
  labels: [],
})
const words = (kind: 'letter' | 'verdict', labels: string[]): RatingScale => ({
  key: 'w',
  name: 'W',
  version: 1,
  kind,
  ...labelRange(labels),
  labels,
})

const five = numeric(5, 0.5)
const ten = numeric(10, 0.1)
const letters = words('letter', ['F', 'D-', 'D', 'D+', 'C-', 'C', 'C+', 'B-', 'B', 'B+', 'A-', 'A', 'A+'])
const verdict = words('verdict', ['Not recommended', 'Recommended'])

const os: RatingUnit = { singular: 'OS', plural: "OS's", glyph: 'orb' }
const star: RatingUnit = { singular: 'star', plural: 'stars', glyph: 'star' }
const rate = (scale: RatingScale, value: number, unit: RatingUnit | null = null): Rating => ({ scale, unit, value })

describe('the sentence', () => {
  test.each([
    [rate(five, 5, os), "Five OS's out of five"],
    [rate(five, 1, os), 'One OS out of five'],
    [rate(five, 3.5, os), "Three and a half OS's out of five"],
    [rate(five, 0, os), "Zero OS's out of five"],
    [rate(five, 0.5, os), 'Half an OS out of five'],
    [rate(five, 0.5, star), 'Half a star out of five'],
    [rate(five, 1.5, star), 'One and a half stars out of five'],
    [
      rate(five, 4, { singular: 'marmalade sandwich', plural: 'marmalade sandwiches', glyph: 'sandwich' }),
      'Four marmalade sandwiches out of five',
    ],
    [rate(ten, 8.4), '8.4 out of 10'],
    [rate(ten, 9), '9 out of 10'],
    [rate(ten, 0), '0 out of 10'],
    [rate(numeric(100, 1), 87), '87 out of 100'],
    [rate(letters, 9), 'B+'],
    [rate(letters, 10), 'A-'],
    [rate(verdict, 1), 'Recommended'],
    [rate(verdict, 0), 'Not recommended'],
  ])('%#: %s', (rating, sentence) => expect(ratingSentence(rating)).toBe(sentence))
})

test('what a screen reader says leaves no doubt', () => {
  expect(ratingLabel(rate(five, 5, os))).toBe("Rating: five OS's out of five (5 of 5)")
  expect(ratingLabel(rate(letters, 9))).toMatch(/B plus/)
  expect(ratingLabel(rate(letters, 10))).toMatch(/A minus/)
})

describe('arithmetic is exact', () => {
  test('in tenths, every value is what it says', () => {
    const values = valuesOnScale(ten)
    expect(values).toHaveLength(101)
    expect(values.map(String).every(text => /^\d+(\.\d)?$/.test(text))).toBe(true)
    expect(isOnScale(0.1 + 0.2, ten)).toBe(true)
    expect(isOnScale(4.3, five)).toBe(false)
    expect(isOnScale(Number.NaN, five)).toBe(false)
    expect(isOnScale(5.5, five)).toBe(false)
  })

  test('steps stay on the scale and stop at its ends', () => {
    expect([
      stepUp(8.4, ten),
      stepDown(8.4, ten),
      stepUp(10, ten),
      stepDown(0, ten),
      nearestOnScale(4.3, five),
      nearestOnScale(99, five),
    ]).toEqual([8.5, 8.3, 10, 0, 4.5, 5])
  })
})

describe('on every scale', () => {
  const scales = [
    five,
    ten,
    letters,
    verdict,
    numeric(100, 1),
    numeric(4, 0.25),
    numeric(10, 1),
    numeric(6, 1, 1),
    numeric(20, 0.5),
    numeric(5, 5),
  ]
  test.each(scales.map(scale => [`${scale.kind} ${scale.min}–${scale.max} by ${scale.step}`, scale] as const))(
    '%s',
    (_, scale) => {
      const ratings = valuesOnScale(scale).map(value => rate(scale, value, scale.kind === 'numeric' ? star : null))
      const projections = ratings.map(rating => projection(rating))
      expect(projections[0]).toBe(0)
      expect(projections.at(-1)).toBe(100)
      expect(projections).toEqual([...projections].sort((a, b) => a - b))
      for (const rating of ratings) {
        expect(ratingSchema.safeParse(rating).success).toBe(true)
        for (const text of [ratingSentence(rating), ratingLabel(rating), shortRating(rating)])
          expect(text).not.toMatch(/NaN|undefined|null|\d\.\d{3}/)
        const typed = parseRating(scale.kind === 'numeric' ? String(rating.value) : shortRating(rating), scale)
        expect(typed).toEqual({ ok: true, value: rating.value })
        const fills = glyphRow(rating)
        if (fills) expect(fills.reduce((sum, fill) => sum + fill, 0)).toBeCloseTo(rating.value)
        const markup = ratingForMarkup(rating)
        expect(markup.ratingValue).toBeGreaterThanOrEqual(markup.worstRating)
        expect(markup.ratingValue).toBeLessThanOrEqual(markup.bestRating)
        expect(markup.ratingExplanation).toBe(ratingSentence(rating))
      }
    },
  )
})

describe('typing a rating', () => {
  test.each([
    ['4.5', five, 4.5],
    ['4,5', five, 4.5],
    ['4½', five, 4.5],
    ['½', five, 0.5],
    ['b+', letters, 9],
    ['recommended', verdict, 1],
    [' 8.4 ', ten, 8.4],
  ])('%s', (text, scale, value) => expect(parseRating(text, scale)).toEqual({ ok: true, value }))

  test.each([
    ['4.3', five],
    ['6', five],
    ['-1', five],
    ['', five],
    ['H+', letters],
    ['maybe', verdict],
    ['1e1', ten],
    ['8.45', ten],
  ])('“%s” is refused with what is allowed', (text, scale) => {
    const parsed = parseRating(text, scale)
    expect(parsed.ok).toBe(false)
    expect(parsed.ok ? '' : parsed.message.length).toBeGreaterThan(10)
  })
})

test('rows are drawn where a row says something', () => {
  expect(glyphRow(rate(five, 3.5, os))).toEqual([1, 1, 1, 0.5, 0])
  expect(glyphRow(rate(five, 0, os))).toEqual([0, 0, 0, 0, 0])
  expect(glyphRow(rate(ten, 8.4))).toBeNull()
  expect(glyphRow(rate(letters, 3))).toBeNull()
})

test('unscored is not zero: it stands after every score', () => {
  const zero = rate(five, 0, star)
  expect([null, zero, rate(five, 5, star)].toSorted(compareByProjection)).toEqual([rate(five, 5, star), zero, null])
})

test('what makes no sense is refused', () => {
  for (const scale of [
    numeric(0, 1),
    numeric(5, 0.3),
    numeric(5, 0),
    numeric(5, 0.001),
    { ...five, labels: ['A'] },
    words('letter', ['A']),
    words('letter', ['A', 'a']),
    { ...letters, max: 5 },
  ]) {
    expect(scaleSchema.safeParse(scale).success).toBe(false)
  }
  expect(ratingSchema.safeParse(rate(five, 4.3, star)).success).toBe(false)
  for (const unit of [
    { ...star, singular: '' },
    { ...star, plural: ' ' },
    { ...star, singular: 'a'.repeat(41) },
    { ...star, singular: 'st\u0000ar' },
    { ...star, singular: 'st\u202ear' },
    { ...star, other: 1 },
  ]) {
    expect(unitSchema.safeParse(unit).success).toBe(false)
  }
})

test('the tiles of the rows are those of the glyphs (npm run glyphs)', () => {
  const folder = join(import.meta.dirname, '../../components/review/glyphs')
  for (const [key, glyph] of Object.entries(glyphs))
    expect(readFileSync(join(folder, `${key}.svg`), 'utf8'), key).toBe(glyphTile(glyph))
})

test('a row reaches as far as its value', () => {
  expect(rowLength([1, 1, 1, 0.5, 0])).toBe(136)
  expect(rowReach([1, 1, 1, 0.5, 0], [0, 24])).toBe(96)
  expect(rowReach([0.5], [4, 20])).toBe(12)
  expect(rowReach([0, 0], [1, 23])).toBe(0)
  expect(rowReach([1, 1], [1, 23])).toBeGreaterThanOrEqual(rowLength([1, 1]))
})

test('every glyph is drawn inside its box', () => {
  for (const [key, { name, body, tone = '' }] of Object.entries(glyphs)) {
    expect(isGlyphKey(key) && name.length > 0).toBe(true)
    expect(body + tone).toMatch(/^[MmLlHhVvCcSsQqTtAaZz0-9,.\s-]+$/)
  }
})
