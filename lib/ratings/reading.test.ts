import { describe, expect, test } from 'vitest'
import { labelRange, projection, type Rating, type RatingScale, valuesOnScale } from './ratings.ts'
import { bandOf, type ProjectionPoint, readingProblem } from './reading.ts'
import { readingSchema, toReading } from './reading-schema.ts'

const five: RatingScale = {
  key: 'five',
  name: 'Five',
  version: 1,
  kind: 'numeric',
  min: 0,
  max: 5,
  step: 0.5,
  labels: [],
}
const labels = ['F', 'C', 'B', 'B+', 'A']
const letters: RatingScale = { ...five, key: 'letters', kind: 'letter', ...labelRange(labels), labels }
const rate = (scale: RatingScale, value: number): Rating => ({ scale, unit: null, value })

describe('the projection', () => {
  test('is a straight line until the house says otherwise', () => {
    expect([0, 2.5, 3.5, 5].map(value => projection(rate(five, value)))).toEqual([0, 50, 70, 100])
    expect(projection(rate(five, 3.5), [])).toBe(70)
  })

  test('goes straight from point to point', () => {
    const points: ProjectionPoint[] = [
      [0, 0],
      [3, 50],
      [5, 100],
    ]
    expect([0, 1.5, 3, 3.5, 4, 5].map(value => projection(rate(five, value), points))).toEqual([
      0, 25, 50, 62.5, 75, 100,
    ])
  })

  test('gives each letter what it counts as', () => {
    const points: ProjectionPoint[] = [
      [0, 10],
      [1, 40],
      [2, 70],
      [3, 83],
      [4, 100],
    ]
    expect(valuesOnScale(letters).map(value => projection(rate(letters, value), points))).toEqual([10, 40, 70, 83, 100])
  })

  test('never lets a better score count less, whatever the points that are allowed', () => {
    const points: ProjectionPoint[] = [
      [0, 20],
      [2, 20],
      [2.5, 33.33],
      [5, 90],
    ]
    expect(readingProblem(five, { bands: [], projection: points, freshFrom: null })).toBeNull()
    const scores = valuesOnScale(five).map(value => projection(rate(five, value), points))
    expect(scores).toEqual([...scores].sort((a, b) => a - b))
    expect(scores.every(score => /^\d+(\.\d{1,2})?$/.test(String(score)))).toBe(true)
  })

  test.each<[string, ProjectionPoint[], RegExp]>([
    [
      'where a better score counts less',
      [
        [0, 0],
        [3, 60],
        [4, 50],
        [5, 100],
      ],
      /4 would count less than 3/,
    ],
    [
      'without its ends',
      [
        [1, 0],
        [5, 100],
      ],
      /what 0 and 5 count as/,
    ],
    [
      'at a value that the scale has not',
      [
        [0, 0],
        [3.3, 60],
        [5, 100],
      ],
      /no 3\.3/,
    ],
    [
      'with a value twice',
      [
        [0, 0],
        [3, 60],
        [3, 70],
        [5, 100],
      ],
      /3 is there twice/,
    ],
    [
      'above a hundred',
      [
        [0, 0],
        [5, 101],
      ],
      /5 counts as something from 0 to 100/,
    ],
    ['of one point', [[0, 0]], /count as/],
  ])('%s is refused with what to do', (_, points, problem) => {
    expect(readingProblem(five, { bands: [], projection: points, freshFrom: null })).toEqual({
      field: 'projection',
      problem: expect.stringMatching(problem),
    })
  })
})

describe('bands', () => {
  const bands = [
    { from: 0, sentence: 'No.' },
    { from: 2.5, sentence: 'It does what it set out to do.' },
    { from: 5, sentence: 'Go in the rain.' },
  ]

  test('hold the scores from their own up to the next', () => {
    expect([0, 2, 2.5, 4.5, 5].map(value => bandOf(bands, value)?.sentence)).toEqual([
      'No.',
      'No.',
      'It does what it set out to do.',
      'It does what it set out to do.',
      'Go in the rain.',
    ])
    expect(bandOf([], 3)).toBeNull()
    expect(readingProblem(five, { bands, projection: [], freshFrom: null })).toBeNull()
  })

  test.each([
    ['that leave scores out below', [{ from: 1, sentence: 'x' }], /lowest band begins at 0/],
    [
      'that begin alike',
      [
        { from: 0, sentence: 'x' },
        { from: 0, sentence: 'y' },
      ],
      /Two bands begin at 0/,
    ],
    [
      'off the scale',
      [
        { from: 0, sentence: 'x' },
        { from: 5.5, sentence: 'y' },
      ],
      /no 5\.5/,
    ],
  ])('%s are refused', (_, wrong, problem) => {
    expect(readingProblem(five, { bands: wrong, projection: [], freshFrom: null })?.problem).toMatch(problem)
  })

  test('are called by their labels where the scale has words', () => {
    expect(
      readingProblem(letters, { bands: [{ from: 3, sentence: 'x' }], projection: [], freshFrom: null })?.problem,
    ).toMatch(/begins at F/)
  })
})

test('what is stored and cannot be read is no reading, and what is sent has a form', () => {
  expect(toReading(null)).toEqual({ bands: [], projection: [], freshFrom: null })
  expect(toReading({ bands: 'x', projection: [] })).toEqual({ bands: [], projection: [], freshFrom: null })
  for (const projection of [[[0]], [[0, '1']], [[0, Number.NaN]], 'x'])
    expect(readingSchema.safeParse({ bands: [], projection, freshFrom: null }).success).toBe(false)
  expect(
    readingSchema.safeParse({ bands: [{ from: 0, sentence: ' ' }], projection: [], freshFrom: null }).success,
  ).toBe(false)
})
