import { describe, expect, test } from 'vitest'
import { bestOfTitle } from './best-of.ts'
import { indexOfRank, isDraftSlug, missingForList, moved, worksText } from './lists.ts'
import { bestOfSchema, listContentSchema } from './lists-schema.ts'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const content = (entries: { workId: string; note: string }[]) => ({
  slug: 'best-of-2014',
  title: 'Best of 2014',
  standfirst: '',
  criticId: null,
  topicId: null,
  isRanked: true,
  entries,
})
const entries = (count: number) => Array.from({ length: count }, (_, index) => ({ workId: id(index), note: '' }))
const problemOf = (value: unknown) => listContentSchema.safeParse(value).error?.issues[0]?.message

describe('moving', () => {
  test.each([
    [0, 2, 'bcad'],
    [3, 0, 'dabc'],
    [1, 1, 'abcd'],
    [2, 99, 'abdc'],
    [2, -5, 'cabd'],
    [9, 0, 'abcd'],
  ])('from %i to %i', (from, to, expected) => {
    expect(moved([...'abcd'], from, to).join('')).toBe(expected)
  })

  test('nothing moved is the same array, so that nothing is drawn again', () => {
    const items = ['a', 'b']
    expect(moved(items, 1, 9)).toBe(items)
  })
})

test.each([
  ['1', 0],
  [' 3 ', 2],
  ['#2', 1],
  ['4.', 3],
  ['99', 4],
  ['0', 0],
  ['', null],
  ['second', null],
  ['-1', null],
  ['1.5', null],
  ['9999999999', null],
])('the rank “%s” among five', (typed, index) => {
  expect(indexOfRank(typed, 5)).toBe(index)
})

test('among nothing there is no rank', () => expect(indexOfRank('1', 0)).toBeNull())

test('works are counted in words', () => {
  expect([worksText(1), worksText(0), worksText(12)]).toEqual(['One work', '0 works', '12 works'])
})

describe('what readers are not shown', () => {
  test('a list without a title, an address or a work', () => {
    const missing = missingForList({ title: '', slug: 'draft-0123456789ab', entries: [] }, 0)
    expect(missing.map(({ field }) => field)).toEqual(['title', 'slug', 'entries'])
  })

  test('a list of which no work has a review', () => {
    const list = { title: 'Best', slug: 'best', entries: entries(2) }
    expect(missingForList(list, 0)).toMatchObject([{ field: 'entries' }])
    expect(missingForList(list, 1)).toEqual([])
  })

  test('a draft’s address is told from one that somebody chose', () => {
    expect([isDraftSlug('draft-0123456789ab'), isDraftSlug('draft-horses')]).toEqual([true, false])
  })
})

describe('a list as it is sent', () => {
  test('has at most five hundred works', () => {
    expect(problemOf(content(entries(500)))).toBeUndefined()
    expect(problemOf(content(entries(501)))).toMatch(/at most 500 works/)
    expect(problemOf(content(entries(10_000)))).toMatch(/Nothing was saved/)
  })

  test('has each work once', () => {
    expect(problemOf(content([...entries(2), ...entries(1)]))).toMatch(/twice/)
  })

  test.each([
    ['an address with capitals', { slug: 'Best-Of' }],
    ['an address that leaves the folder', { slug: '../desk' }],
    ['a title beyond its length', { title: 'a'.repeat(201) }],
    ['a character that cannot be stored', { standfirst: 'a\u0000b' }],
    ['a note beyond its length', { entries: [{ workId: id(1), note: 'a'.repeat(2_001) }] }],
    ['a work that is no id', { entries: [{ workId: 'her', note: '' }] }],
    ['a field that a list has not', { publishedAt: '2014-01-01' }],
  ])('refuses %s', (_name, change) => {
    expect(listContentSchema.safeParse({ ...content([]), ...change }).success).toBe(false)
  })

  test('is kept as it was typed, trimmed and composed', () => {
    const read = listContentSchema.parse({
      ...content([{ workId: id(1), note: ' one\n\ntwo ' }]),
      title: ' Cafe\u0301  list ',
    })
    expect([read.title, read.entries[0]?.note]).toEqual(['Café list', 'one\n\ntwo'])
  })
})

describe('the best of a year', () => {
  const form = { year: '2014', by: 'released', kind: '', sectionId: '', count: '10' }

  test('is read from a form, in which an empty choice is any', () => {
    expect(bestOfSchema.parse(form)).toEqual({ year: 2014, by: 'released', kind: null, sectionId: null, count: 10 })
  })

  test.each([
    { year: 'soon' },
    { year: '2014.5' },
    { year: '99999' },
    { by: 'both' },
    { kind: 'opera' },
    { count: '2' },
    { count: '101' },
  ])('refuses %j', change => expect(bestOfSchema.safeParse({ ...form, ...change }).success).toBe(false))

  test.each([
    [{ by: 'released', kind: null, section: null }, 'The best of 2014'],
    [{ by: 'released', kind: 'film', section: null }, 'The best films of 2014'],
    [{ by: 'reviewed', kind: 'album', section: null }, 'The best albums that we reviewed in 2014'],
    [{ by: 'reviewed', kind: null, section: 'Books' }, 'The best of what we reviewed in 2014: Books'],
  ] as const)('%j is called “%s”', (input, title) => {
    expect(bestOfTitle({ year: 2014, ...input })).toBe(title)
  })
})
