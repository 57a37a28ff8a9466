import { expect, test } from 'vitest'
import { hitDetail } from './name-hits.ts'
import { fold, isWanted, readTerms } from './search.ts'

test.each([
  ['her', { words: ['her'], phrases: [], excluded: [] }],
  ['Céline SCIAMMA', { words: ['celine', 'sciamma'], phrases: [], excluded: [] }],
  ['"Out of five" her', { words: ['her'], phrases: ['out of five'], excluded: [] }],
  ['“love story” -cats -"long note"', { words: [], phrases: ['love story'], excluded: ['cats', 'long note'] }],
  ['S-Town', { words: ['s', 'town'], phrases: [], excluded: [] }],
  ["OS's", { words: ['oss'], phrases: [], excluded: [] }],
  ['"unclosed her', { words: ['unclosed', 'her'], phrases: [], excluded: [] }],
  ['花樣年華', { words: ['花樣年華'], phrases: [], excluded: [] }],
  ["'; DROP & | ! (a:* <->", { words: ['drop', 'a'], phrases: [], excluded: [] }],
  ['-', { words: [], phrases: [], excluded: [] }],
])('%s is read', (typed, terms) => expect(readTerms(typed)).toEqual(terms))

test.each(['', '   ', '!!! ??? —', '""', '-her', '\u0000', '‏‏'])('%j asks for nothing', typed => {
  expect(isWanted(readTerms(typed))).toBe(false)
})

test('however much is typed, few words are looked for', () => {
  const terms = readTerms('word '.repeat(400_000))
  expect(terms.words).toEqual(['word'])
  expect(readTerms(Array.from({ length: 60 }, (_, index) => `w${index}`).join(' ')).words).toHaveLength(12)
})

test.each([
  ['Søren', 'soren'],
  ['Łódź', 'lodz'],
  ['Björk', 'bjork'],
  ['Weiß', 'weiss'],
  ['e\u0301tude', 'etude'],
  ['مرحبا', 'مرحبا'],
])('%s is folded to %s', (word, folded) => expect(fold(word)).toBe(folded))

test('a name says what it is and how much there is', () => {
  const hit = { path: '/x', kind: null, year: null }
  expect(hitDetail({ ...hit, noun: 'person', name: 'Scarlett Johansson', count: 4 }, 'en')).toBe(
    'In 4 works reviewed here',
  )
  expect(hitDetail({ ...hit, noun: 'work', name: 'Her', kind: 'film', year: 2013, count: 1 }, 'en')).toBe(
    'Film, 2013 · 1 review',
  )
  expect(hitDetail({ ...hit, noun: 'topic', name: 'Love', count: 1204 }, 'en')).toBe('Topic · 1,204 reviews')
})
