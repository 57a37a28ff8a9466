import { describe, expect, test } from 'vitest'
import { creditLines, creditsSentence, parsePartialDate, partialDateText, partialIso, sortTitle } from './works.ts'

describe('dates of partial precision', () => {
  test.each([
    ['2013', { year: 2013, month: null, day: null }, '2013'],
    ['2013-12', { year: 2013, month: 12, day: null }, 'December 2013'],
    ['2013-12-18', { year: 2013, month: 12, day: 18 }, '18 December 2013'],
    ['2012-02-29', { year: 2012, month: 2, day: 29 }, '29 February 2012'],
    [' 0079-08-24 ', { year: 79, month: 8, day: 24 }, '24 August 79'],
  ])('%s', (text, date, words) => {
    expect(parsePartialDate(text)).toEqual(date)
    expect(partialIso(date)).toBe(text.trim())
    expect(partialDateText(date)).toBe(words)
  })

  test.each([
    '',
    '13',
    '2013-13',
    '2013-00',
    '2013-02-30',
    '2013-02-29',
    '2013-1',
    '18 December 2013',
    '0000',
    '2013-12-18T00:00',
  ])('“%s” is none', text => {
    expect(parsePartialDate(text)).toBeNull()
  })

  test('nothing known is nothing', () => {
    expect(partialIso({ year: null, month: null, day: null })).toBeNull()
    expect(partialDateText({ year: null, month: null, day: null })).toBe('')
  })
})

describe('titles are sorted without their article and accents', () => {
  test.each([
    ['The Bear', 'bear'],
    ['A Ghost Story', 'ghost story'],
    ['Amélie', 'amelie'],
    ['The The', 'the'],
    ['“Heroes”', 'heroes”'],
    ['The', 'the'],
    ['…', '...'],
  ])('%s', (title, sorted) => expect(sortTitle(title)).toBe(sorted))
})

describe('credits', () => {
  const credit = (name: string, role: 'director' | 'actor' | 'voice', character: string | null = null) => ({
    role,
    character,
    person: { id: name, kind: 'person' as const, name, path: null },
  })
  const lines = creditLines([
    credit('Joaquin Phoenix', 'actor', 'Theodore'),
    credit('Spike Jonze', 'director'),
    credit('Amy Adams', 'actor'),
    credit('Scarlett Johansson', 'voice'),
  ])

  test('stand by role, makers first, in billing order', () => {
    expect(lines.map(line => [line.label, line.people.map(person => person.name)])).toEqual([
      ['Directed by', ['Spike Jonze']],
      ['With', ['Joaquin Phoenix', 'Amy Adams']],
      ['With the voice of', ['Scarlett Johansson']],
    ])
  })

  test('can be said in a sentence each', () => {
    expect(creditsSentence(lines)).toBe(
      'Directed by Spike Jonze. With Joaquin Phoenix and Amy Adams. With the voice of Scarlett Johansson.',
    )
  })
})
