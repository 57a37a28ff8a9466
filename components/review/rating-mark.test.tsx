import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { labelRange, type Rating, type RatingScale, valuesOnScale } from '#lib/ratings/ratings.ts'
import { RatingMark } from './rating-mark.tsx'

const numeric = (max: number, step: number): RatingScale => ({
  key: 'n',
  name: 'N',
  version: 1,
  kind: 'numeric',
  min: 0,
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
const os = { singular: 'OS', plural: "OS's", glyph: 'orb' }
const sizes = ['card', 'article', 'poster'] as const

const drawn = (rating: Rating | null, size: (typeof sizes)[number] = 'card') =>
  renderToStaticMarkup(<RatingMark rating={rating} size={size} />)

/** What is left for somebody who hears the page. */
function heard(markup: string): string {
  return markup
    .replace(/<(svg|span)\b[^>]*aria-hidden="true"[^>]*>.*?<\/\1>(<\/span>)*/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#x27;', "'")
    .trim()
}

describe.each(sizes)('as a %s', size => {
  test('the sentence is there in words', () => {
    expect(heard(drawn({ scale: numeric(5, 0.5), unit: os, value: 5 }, size))).toBe("Five OS's out of five")
    expect(heard(drawn({ scale: numeric(10, 0.1), unit: null, value: 8.4 }, size))).toBe('8.4 out of 10')
    expect(
      heard(drawn({ scale: listed('verdict', ['Not recommended', 'Recommended']), unit: null, value: 1 }, size)),
    ).toBe('Recommended')
    expect(heard(drawn(null, size))).toBe('Not scored')
  })

  test('a grade is told with its sign in words', () => {
    expect(drawn({ scale: listed('letter', ['B', 'B+', 'A']), unit: null, value: 1 }, size)).toContain(
      'Rating: B plus, on a scale from B to A',
    )
  })
})

test('zero is drawn as a score, and no score is not', () => {
  const zero = drawn({ scale: numeric(5, 1), unit: os, value: 0 })
  expect(heard(zero)).toBe("Zero OS's out of five")
  expect(zero).toContain('<rect')
  expect(drawn(null)).not.toContain('<rect')
})

test('nothing needs an inline style or an id, which a page of many ratings under a strict policy could not have', () => {
  const scales = [
    numeric(5, 0.5),
    numeric(10, 0.1),
    numeric(100, 10),
    listed('letter', ['C', 'B', 'A']),
    listed('verdict', ['No', 'Perhaps', 'Yes']),
  ]
  for (const scale of scales) {
    for (const value of valuesOnScale(scale)) {
      for (const unit of [null, os]) expect(drawn({ scale, unit, value })).not.toMatch(/ style=| id=|NaN|undefined/)
    }
  }
})

test('a unit whose drawing is no longer known is still counted', () => {
  expect(drawn({ scale: numeric(5, 1), unit: { ...os, glyph: 'zeppelin' }, value: 2 })).toContain('<rect')
})

describe('a glyph that the house has made', () => {
  const lamp = { singular: 'lamp', plural: 'lamps', glyph: 'own-lamp-1a2b3c4d-16' }

  test.each(sizes)('is drawn as a %s from its own file, filled to the value, without an inline style', size => {
    const markup = drawn({ scale: numeric(5, 0.5), unit: lamp, value: 3.5 }, size)
    expect(heard(markup)).toBe('Three and a half lamps out of five')
    expect(markup.match(/href="\/media\/own-lamp-1a2b3c4d-16\.png"/g)).toHaveLength(5)
    // Three whole ones with their gaps, and half of one that is 16 wide in its box of 24.
    expect(markup).toContain(`width="${3 * 28 + 4 + 8}"`)
    expect(markup).not.toMatch(/ style=|NaN|undefined/)
  })

  test('has a mask of its own in every row of a page', () => {
    const rating = { scale: numeric(5, 0.5), unit: lamp, value: 3 }
    const page = renderToStaticMarkup(
      <>
        <RatingMark rating={rating} size="card" />
        <RatingMark rating={rating} size="card" />
      </>,
    )
    const ids = [...page.matchAll(/<mask id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect(page).toContain(`url(#${id})`)
  })
})
