import { describe, expect, test } from 'vitest'
import { labelRange, type Rating, type RatingScale, type RatingUnit } from './ratings.ts'
import { figure, ratingLabel, ratingSentence, ratingSentenceParts, shortRating } from './words.ts'

const numeric = (min: number, max: number, step: number): RatingScale => ({
  key: 'n',
  name: 'N',
  version: 1,
  kind: 'numeric',
  min,
  max,
  step,
  labels: [],
})
const listed = (kind: 'letter' | 'verdict', labels: string[]): RatingScale => ({
  key: 'l',
  name: 'L',
  version: 1,
  kind,
  ...labelRange(labels),
  labels,
})
const star: RatingUnit = { singular: 'star', plural: 'stars', glyph: 'star' }
const rated = (scale: RatingScale, value: number, unit: RatingUnit | null = null): Rating => ({ scale, unit, value })

const five = numeric(0, 5, 0.5)
const letters = listed('letter', ['F', 'D', 'C\u2212', 'C', 'B', 'A-', 'A', 'A*'])

describe('numbers are spelled up to twenty, with a unit, in wholes and halves', () => {
  test.each([
    [rated(numeric(0, 20, 1), 18, star), 'Eighteen stars out of twenty'],
    [rated(numeric(0, 20, 0.5), 19.5, star), 'Nineteen and a half stars out of twenty'],
    [rated(numeric(0, 100, 1), 18, star), '18 stars out of 100'],
    [rated(numeric(0, 100, 1), 1, star), '1 star out of 100'],
    [rated(numeric(0, 4, 0.25), 2.75, star), '2.75 stars out of 4'],
    [rated(numeric(0, 10, 0.1), 0.3, star), '0.3 stars out of 10'],
    [rated(five, 4.5), '4.5 out of 5'],
    [rated(numeric(1, 5, 1), 1, star), 'One star out of five'],
    [rated(numeric(0, 1, 1), 1, star), 'One star out of one'],
    [rated(numeric(0, 4.5, 1.5), 3, star), 'Three stars out of four and a half'],
  ])('%#: %s', (rating, sentence) => expect(ratingSentence(rating)).toBe(sentence))
})

test('a scale that goes below zero says from where to where', () => {
  const scale = numeric(-5, 5, 0.5)
  expect(ratingSentence(rated(scale, -2))).toBe('\u22122 on a scale from \u22125 to 5')
  expect(ratingSentence(rated(scale, -0.5, star))).toBe('Minus half a star on a scale from minus five to five')
  expect(ratingLabel(rated(scale, -2))).toBe('Rating: minus 2 on a scale from minus 5 to 5')
  expect(shortRating(rated(scale, -2))).toBe('\u22122')
})

test('a big numeral and the rest of its sentence', () => {
  expect(ratingSentenceParts(rated(numeric(0, 10, 0.1), 8.4))).toEqual({ amount: '8.4', rest: 'out of 10' })
  expect(ratingSentenceParts(rated(letters, 5))).toEqual({ amount: 'A-', rest: '' })
})

test.each([
  [rated(five, 0.5, { ...star, singular: 'OS', plural: "OS's" }), 'Rating: half an OS out of five (0.5 of 5)'],
  [rated(five, 0, star), 'Rating: zero stars out of five (0 of 5)'],
  [rated(numeric(0, 10, 0.1), 8.4), 'Rating: 8.4 out of 10'],
  [rated(letters, 2), 'Rating: C minus, on a scale from F to A star'],
  [rated(letters, 5), 'Rating: A minus, on a scale from F to A star'],
  [rated(listed('verdict', ['Not recommended', 'Recommended']), 0), 'Rating: Not recommended'],
  [
    rated(listed('verdict', ['Skip it', 'Worth a look', 'Must-see']), 2),
    'Rating: Must-see, on a scale from Skip it to Must-see',
  ],
])('%#: is read aloud as “%s”', (rating, label) => expect(ratingLabel(rating)).toBe(label))

test.each([
  [rated(five, 5, star), '5/5'],
  [rated(five, 3.5, star), '3.5/5'],
  [rated(numeric(0, 10, 0.1), 8.4), '8.4/10'],
  [rated(numeric(0, 10, 0.1), 0.1 + 0.2), '0.3/10'],
  [rated(letters, 4), 'B'],
])('%#: in short, %s', (rating, short) => expect(shortRating(rating)).toBe(short))

test('figures are free of what floating point adds, and of negative zero', () => {
  expect([8.4, 0.1 + 0.2, -0, 10, -2.5, 1e2].map(value => figure(value))).toEqual([
    '8.4',
    '0.3',
    '0',
    '10',
    '\u22122.5',
    '100',
  ])
})

test('a value without a label is a fault, not a sentence', () => {
  expect(() => ratingSentence(rated(letters, 99))).toThrow(RangeError)
})
