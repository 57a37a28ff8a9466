import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { glyphKeys } from '#lib/ratings/glyphs.ts'
import type { Rating } from '#lib/ratings/ratings.ts'
import { defaultTheme } from '#lib/theme/theme.ts'
import { cardAlt, cardContentOf, cardPathOf, stillAlt, stillPathOf } from './cards.ts'
import { drawStill } from './still.ts'

const five: Rating = {
  scale: { key: 'five', name: 'Five', version: 1, kind: 'numeric', min: 0, max: 5, step: 0.5, labels: [] },
  unit: { singular: 'OS', plural: 'OS’s', glyph: 'orb' },
  value: 5,
}
const letters: Rating = {
  scale: { ...five.scale, kind: 'letter', max: 2, step: 1, labels: ['F', 'C', 'A+'] },
  unit: null,
  value: 2,
}
const review = {
  work: { id: '', kind: 'film', title: 'Her', year: 2013, path: null },
  kind: 'full',
  rating: five,
  critics: [
    { id: '', name: 'Rosalind Petrakis', path: '' },
    { id: '', name: 'Tobias Wren', path: '' },
  ],
  language: 'en-GB',
} as const satisfies Parameters<typeof cardContentOf>[0]
const house = { name: 'Out of Five', language: 'en-GB', ...defaultTheme }

describe('what stands on a card', () => {
  test('is what stands on the page', () => {
    expect(cardContentOf({ ...review, critics: [...review.critics] }, house)).toEqual({
      title: 'Her',
      detail: 'Film, 2013',
      rating: five,
      sentence: 'Five OS’s out of five',
      range: '',
      critics: 'Rosalind Petrakis and Tobias Wren',
      publication: 'Out of Five',
      language: 'en-GB',
      theme: defaultTheme,
    })
  })

  test('says which kind of review it is, unless it is an ordinary one', () => {
    const capsule = cardContentOf({ ...review, critics: [], kind: 'capsule' }, house)
    expect(capsule.detail).toBe('Film, 2013, Capsule review')
    const undated = cardContentOf({ ...review, critics: [], work: { ...review.work, year: null } }, house)
    expect(undated.detail).toBe('Film')
  })

  test('a grade has its scale beside it, and no score is said', () => {
    expect(cardContentOf({ ...review, critics: [], rating: letters }, house)).toMatchObject({
      sentence: 'A+',
      range: 'on a scale from F to A+',
    })
    expect(cardContentOf({ ...review, critics: [], rating: null }, house)).toMatchObject({
      sentence: 'Not scored',
      range: '',
    })
  })

  test('is told to those who cannot see it', () => {
    const content = cardContentOf({ ...review, critics: [...review.critics] }, house)
    expect(cardAlt(content)).toBe(
      'Her (Film, 2013): Five OS’s out of five. Reviewed by Rosalind Petrakis and Tobias Wren for Out of Five.',
    )
    expect(stillAlt(content)).toContain('OS')
    expect(stillAlt({ ...content, rating: null })).toContain('Out of Five')
  })

  test('has an address by the slug', () => {
    expect(cardPathOf('her')).toBe('/cards/her.png')
    expect(stillPathOf('her')).toBe('/cards/stills/her.png')
  })
})

test('a still is 1200 × 675 and another for each glyph', async () => {
  const stills = await Promise.all(
    [null, ...glyphKeys.map(glyph => ({ ...five, unit: { singular: '', plural: '', glyph } }))].map(rating =>
      drawStill(rating),
    ),
  )
  for (const still of stills) expect(await sharp(still).metadata()).toMatchObject({ width: 1200, height: 675 })
  expect(new Set(stills.map(still => still.toString('base64'))).size).toBe(stills.length)
  // Some twenty drawings, on a machine that may have other work.
}, 30_000)
