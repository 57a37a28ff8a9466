import { describe, expect, test } from 'vitest'
import { labelRange, parseRating, type RatingScale, shortRating, valuesOnScale } from './ratings.ts'

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

const five = numeric(0, 5, 0.5)
const ten = numeric(0, 10, 0.1)
const quarters = numeric(0, 4, 0.25)
const letters = listed('letter', ['F', 'D-', 'D', 'D+', 'C-', 'C', 'C+', 'B-', 'B', 'B+', 'A-', 'A', 'A+'])
const verdicts = listed('verdict', ['Skip it', 'Worth a look', 'Must-see'])

describe('a score is read as a person types it', () => {
  test.each([
    ['4 ½', five, 4.5],
    ['4 1/2', five, 4.5],
    ['4.5/5', five, 4.5],
    ['4½/5', five, 4.5],
    ['4.5 out of 5', five, 4.5],
    ['4,5 of 5', five, 4.5],
    ['.5', five, 0.5],
    ['05', five, 5],
    ['4.', five, 4],
    ['+4', five, 4],
    ['４．５', five, 4.5],
    ['0', five, 0],
    ['10½', numeric(0, 20, 0.5), 10.5],
    ['2¾', quarters, 2.75],
    ['2 3/4', quarters, 2.75],
    ['2 1/4', quarters, 2.25],
    ['8.4/10', ten, 8.4],
    ['0.300000', ten, 0.3],
    [',5', five, 0.5],
    ['\u22122.5', numeric(-5, 5, 0.5), -2.5],
    ['B plus', letters, 9],
    ['b minus', letters, 7],
    ['B\u2212', letters, 7],
    ['a +', letters, 12],
    ['must see', verdicts, 2],
    ['  WORTH   a look ', verdicts, 1],
  ])('%s', (text, scale, value) => expect(parseRating(text, scale)).toEqual({ ok: true, value }))
})

describe('a refusal says what is allowed', () => {
  test.each([
    ['', five, 'Type a score. Scores go from 0 to 5, in steps of 0.5.'],
    ['great', five, 'Scores go from 0 to 5, in steps of 0.5.'],
    ['4.3', five, 'The nearest scores are 4 and 4.5.'],
    ['6', five, '6 is more than the best score. Scores go from 0 to 5, in steps of 0.5.'],
    ['-1', five, '\u22121 is less than the lowest score. Scores go from 0 to 5, in steps of 0.5.'],
    ['4/10', five, 'Scores here are out of 5, not out of 10.'],
    ['7', numeric(0, 3, 1), '7 is more than the best score. The scores are 0, 1, 2 and 3.'],
    ['87.5', numeric(0, 100, 1), 'The nearest scores are 87 and 88.'],
    ['x', numeric(0, 100, 1), 'Scores go from 0 to 100, in whole numbers.'],
    ['maybe', verdicts, 'The scores are Skip it, Worth a look and Must-see.'],
    ['9'.repeat(500), five, 'Scores go from 0 to 5, in steps of 0.5.'],
    ['1,000', numeric(0, 100, 1), null],
    ['Infinity', five, null],
    ['NaN', five, null],
    ['0x4', five, null],
    ['1e0', five, null],
    ['4 4', five, null],
    ['5/', five, null],
  ])('%s', (text, scale, message) => {
    const parsed = parseRating(text, scale)
    expect(parsed.ok).toBe(false)
    if (message !== null) expect(parsed).toEqual({ ok: false, message })
  })
})

describe('what is shown can be typed', () => {
  const scales = [
    five,
    ten,
    quarters,
    letters,
    verdicts,
    numeric(-5, 5, 0.5),
    numeric(1, 6, 1),
    numeric(0, 1000, 1),
    numeric(0.25, 1, 0.05),
    numeric(0, 1, 0.01),
  ]
  test.each(scales.map(scale => [`${scale.kind} ${scale.min} to ${scale.max} by ${scale.step}`, scale] as const))(
    '%s',
    (_, scale) => {
      for (const value of valuesOnScale(scale)) {
        expect(parseRating(shortRating({ scale, unit: null, value }), scale)).toEqual({ ok: true, value })
      }
    },
  )
})
