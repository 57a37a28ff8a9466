import { describe, expect, test } from 'vitest'
import { changedFields, fieldList, mergeContents, type WorkContent, workFields } from './work-content.ts'

const base: WorkContent = {
  kind: 'film',
  title: 'Her',
  originalTitle: '',
  sortTitle: '',
  slug: 'her',
  released: '2013',
  parentId: null,
  number: null,
  language: 'en',
  country: 'US',
  genres: ['Drama'],
  platforms: [],
  minutes: 126,
  pages: null,
  publisher: '',
  summary: '',
  credits: [{ personId: 'spike', name: 'Spike Jonze', role: 'director', character: null }],
  externalIds: [],
  editions: [],
  imageId: null,
  imageAlt: '',
  imageCredit: '',
}

describe('two changes of one work', () => {
  test('of different fields are both kept', () => {
    const { content, taken, contested } = mergeContents(
      base,
      { ...base, summary: 'Mine.' },
      { ...base, genres: ['Drama', 'Romance'] },
    )
    expect(content).toEqual({ ...base, summary: 'Mine.', genres: ['Drama', 'Romance'] })
    expect([taken, contested]).toEqual([['genres'], []])
  })

  test('of the same field: mine stands, and it is named', () => {
    const { content, taken, contested } = mergeContents(
      base,
      { ...base, title: 'Her!', minutes: 127 },
      { ...base, title: 'HER', minutes: 127 },
    )
    expect(content.title).toBe('Her!')
    expect([taken, contested]).toEqual([[], ['title']])
  })

  test('lists are one field each, in their order', () => {
    const [first] = base.credits
    const credits = [
      { personId: null, name: 'Amy', role: 'actor' as const, character: null },
      ...(first ? [first] : []),
    ]
    expect(changedFields(base, { ...base, credits })).toEqual(['credits'])
    expect(changedFields({ ...base, credits }, { ...base, credits: credits.toReversed() })).toEqual(['credits'])
  })

  test('a new spelling of a known person is no change of the work', () => {
    const credits = base.credits.map(credit => ({ ...credit, name: 'Adam Spiegel' }))
    expect(changedFields(base, { ...base, credits })).toEqual([])
  })
})

test('every field has a name, and lists of them read as a sentence', () => {
  expect([...workFields].sort()).toEqual(Object.keys(base).sort())
  expect(fieldList(['title', 'parentId', 'genres'])).toBe('the title, what it is part of and the genres')
})
