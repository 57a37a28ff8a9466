import { describe, expect, test } from 'vitest'
import { differingFields, likelySide, mergeContent, sameContent } from './compare.ts'
import type { ReviewContent } from './reviews-schema.ts'
import { emptyContent } from './testing.ts'

const base: ReviewContent = {
  ...emptyContent,
  title: 'Her',
  criticIds: ['a', 'b'],
  topicIds: ['x', 'y'],
  rating: { scaleVersionId: 's', value: 4, unit: { singular: 'OS', plural: 'OS’s', glyph: 'orb' } },
}

describe('two contents are the same', () => {
  test('whatever the order of topics and of keys', () => {
    const unit = { glyph: 'orb', plural: 'OS’s', singular: 'OS' }
    expect(
      sameContent(base, {
        ...base,
        topicIds: ['y', 'x'],
        rating: { unit, value: 4, scaleVersionId: 's' },
        body: { content: [{ type: 'paragraph' }], type: 'doc' },
      }),
    ).toBe(true)
  })

  test('but the order of critics is the byline', () =>
    expect(differingFields(base, { ...base, criticIds: ['b', 'a'] })).toEqual(['criticIds']))

  test('and differ field by field, in the order of the page', () => {
    expect(differingFields(base, { ...base, slug: 'x', verdict: 'Fine', title: 'Y' })).toEqual([
      'title',
      'verdict',
      'slug',
    ])
  })
})

describe('a merge', () => {
  const mine = { ...base, title: 'Mine', verdict: 'Mine' }
  const theirs = { ...base, verdict: 'Theirs', standfirst: 'Theirs' }

  test('begins with whoever changed a field, and with mine where both did', () => {
    expect(differingFields(mine, theirs).map(field => [field, likelySide(field, { base, mine, theirs })])).toEqual([
      ['title', 'mine'],
      ['standfirst', 'theirs'],
      ['verdict', 'mine'],
    ])
    expect(likelySide('standfirst', { base: null, mine, theirs })).toBe('mine')
  })

  test('takes only what was chosen', () => {
    expect(mergeContent(mine, theirs, ['standfirst'])).toEqual({ ...mine, standfirst: 'Theirs' })
  })
})
