import { describe, expect, test } from 'vitest'
import { isFresh, lowestFresh } from './freshness.ts'
import { labelRange, type RatingScale, type ScaleReading } from './ratings.ts'
import { readingProblem } from './reading.ts'
import { readTyped, typedReadingOf } from './reading-schema.ts'

const plain: ScaleReading = { bands: [], projection: [], freshFrom: null }
const numbers = (min: number, max: number, step: number): RatingScale => ({
  key: 'x',
  name: 'X',
  version: 1,
  kind: 'numeric',
  min,
  max,
  step,
  labels: [],
})
const words = (kind: 'letter' | 'verdict', labels: string[]): RatingScale => ({
  ...numbers(0, 1, 1),
  kind,
  ...labelRange(labels),
  labels,
})
const letters = words('letter', ['F', 'D-', 'D', 'D+', 'C-', 'C', 'C+', 'B-', 'B', 'B+', 'A-', 'A', 'A+'])
const verdict = words('verdict', ['Not recommended', 'Recommended'])

describe('without a word from the house, a score is fresh from 60 of 100', () => {
  test.each([
    ['nought to five in halves', numbers(0, 5, 0.5), 3],
    ['one to five', numbers(1, 5, 1), 4],
    ['nought to four in halves', numbers(0, 4, 0.5), 2.5],
    ['out of ten in tenths', numbers(0, 10, 0.1), 6],
    ['out of a hundred', numbers(0, 100, 1), 60],
    ['from minus five to five', numbers(-5, 5, 1), 1],
    ['letters', letters, 8],
    ['recommended or not', verdict, 1],
  ])('%s', (_, scale, from) => {
    expect(lowestFresh(scale, plain)).toBe(from)
    expect(isFresh({ scale, unit: null, value: scale.max }, plain)).toBe(true)
    expect(isFresh({ scale, unit: null, value: scale.min }, plain)).toBe(false)
  })

  test('by what the scale’s scores count as, when that is no straight line', () => {
    const strict: ScaleReading = {
      ...plain,
      projection: [
        [0, 0],
        [4, 55],
        [5, 100],
      ],
    }
    expect(lowestFresh(numbers(0, 5, 0.5), strict)).toBe(4.5)
    const none: ScaleReading = {
      ...plain,
      projection: [
        [0, 0],
        [5, 50],
      ],
    }
    expect(lowestFresh(numbers(0, 5, 0.5), none)).toBeNull()
  })
})

describe('the house may say from where', () => {
  test('whatever the projection', () => {
    expect(lowestFresh(numbers(0, 5, 0.5), { ...plain, freshFrom: 3.5 })).toBe(3.5)
    expect(lowestFresh(letters, { ...plain, freshFrom: 7 })).toBe(7)
    expect(isFresh({ scale: letters, unit: null, value: 7 }, { ...plain, freshFrom: 7 })).toBe(true)
    expect(isFresh({ scale: letters, unit: null, value: 6 }, { ...plain, freshFrom: 7 })).toBe(false)
    expect(lowestFresh(numbers(-5, 5, 1), { ...plain, freshFrom: 0 })).toBe(0)
  })

  test('but only a score that the scale has', () => {
    expect(readingProblem(numbers(0, 5, 0.5), { ...plain, freshFrom: 3.3 })).toEqual({
      field: 'freshFrom',
      problem: 'The scale has no 3.3. Choose a score that it has.',
    })
    expect(readingProblem(numbers(0, 5, 0.5), { ...plain, freshFrom: 3 })).toBeNull()
  })

  test('typed as people write numbers, and shown again as it was', () => {
    const five = numbers(0, 5, 0.5)
    const form = { bands: [], points: [], freshFrom: '3,5' }
    expect(readTyped(five, form)).toEqual({ ok: true, reading: { ...plain, freshFrom: 3.5 } })
    expect(readTyped(five, { ...form, freshFrom: ' ' })).toEqual({ ok: true, reading: plain })
    expect(readTyped(five, { ...form, freshFrom: 'three' })).toMatchObject({ ok: false, field: 'freshFrom' })
    expect(typedReadingOf({ ...plain, freshFrom: 3.5 }).freshFrom).toBe('3.5')
    expect(typedReadingOf(plain).freshFrom).toBe('')
  })
})
