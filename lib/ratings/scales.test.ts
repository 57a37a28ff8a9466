import { describe, expect, test } from 'vitest'
import { numberOf } from './number-of.ts'
import { ratingSentence, valuesOnScale } from './ratings.ts'
import { type ScaleTyped, sameDefinition, startingPoints, typedOf } from './scales.ts'
import { scaleFormSchema } from './scales-schema.ts'

const five = startingPoints.find(point => point.title === 'Five stars in halves')?.typed
const typed = (part: Partial<ScaleTyped>) => ({ ...five, ...part })

function problemsOf(part: Partial<ScaleTyped>): Record<string, string> {
  const parsed = scaleFormSchema.safeParse(typed(part))
  // The first of each field is what the form shows.
  return Object.fromEntries(
    (parsed.error?.issues.toReversed() ?? []).map(issue => [String(issue.path[0]), issue.message]),
  )
}

test.each(startingPoints.map(point => [point.title, point.typed] as const))(
  '“%s” is a scale as it stands',
  (_, form) => {
    const { name, note, definition } = scaleFormSchema.parse(form)
    const scale = { key: 'k', version: 1, name, ...definition }
    for (const value of valuesOnScale(scale))
      expect(ratingSentence({ scale, unit: definition.unit, value })).not.toMatch(/NaN|undefined/)
    // And its form shows it again as it was.
    expect(
      sameDefinition(scaleFormSchema.parse(typedOf({ scale, unit: definition.unit, note })).definition, definition),
    ).toBe(true)
  },
)

describe('what is typed', () => {
  test('may be written as people write numbers', () => {
    expect(['0.5', '0,5', '½', '4½', ' 10 ', '−2', '.25', '1e3', '', 'five', '1.2.3'].map(numberOf)).toEqual([
      0.5,
      0.5,
      0.5,
      4.5,
      10,
      -2,
      0.25,
      null,
      null,
      null,
      null,
    ])
  })

  test('lists labels best first, and stores them worst first', () => {
    expect(scaleFormSchema.parse(typed({ kind: 'letter', labels: 'A\n\n B \nC\n' })).definition).toMatchObject({
      labels: ['C', 'B', 'A'],
      min: 0,
      max: 2,
      step: 1,
      unit: null,
    })
  })

  test('has a plural by itself', () => {
    expect(scaleFormSchema.parse(typed({ singular: 'knife', plural: '' })).definition.unit).toEqual({
      singular: 'knife',
      plural: 'knives',
      glyph: 'star',
    })
  })

  test.each<[string, Partial<ScaleTyped>, string, RegExp]>([
    ['no name', { name: ' ' }, 'name', /name/],
    ['no number', { max: 'five' }, 'max', /number/],
    ['nothing at all', { min: '', max: '', step: '' }, 'step', /number/],
    ['a step that does not divide', { step: '0.3' }, 'step', /divides/],
    ['a step of nothing', { step: '0' }, 'step', /more than nothing/],
    ['more than a thousand steps', { max: '100', step: '0.05' }, 'step', /at most 1000 steps/],
    ['ends upside down', { min: '5', max: '0' }, 'max', /up to a higher/],
    ['thousandths', { step: '0.001' }, 'step', /decimals/],
    ['one label', { kind: 'letter', labels: 'A' }, 'labels', /at least two/],
    ['a label twice', { kind: 'letter', labels: 'A\nB\na' }, 'labels', /“A” is there twice|“a” is there twice/],
    ['a label that is a paragraph', { kind: 'verdict', labels: `Yes\n${'No'.repeat(30)}` }, 'labels', /40 characters/],
    [
      'thirty-one labels',
      { kind: 'verdict', labels: Array.from({ length: 31 }, (_, at) => `L${at}`).join('\n') },
      'labels',
      /./,
    ],
    ['a plural of nothing', { singular: ' ', plural: 'stars' }, 'singular', /one of them/],
    ['a unit of another age', { singular: 'x'.repeat(41) }, 'singular', /40 characters/],
  ])('with %s is refused where it stands', (_, part, field, problem) => {
    expect(problemsOf(part)[field]).toMatch(problem)
  })
})
