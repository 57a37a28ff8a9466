import { describe, expect, test } from 'vitest'
import { emptyQuery, type FindQuery, finder } from './find.ts'

function found(text: string, line: string, options: Partial<FindQuery> = {}): string[] {
  return finder({ ...emptyQuery, text, ...options })(line).map(({ from, to }) => line.slice(from, to))
}

describe('what is found', () => {
  test('is where it stands, and never twice in one place', () => {
    expect(finder({ ...emptyQuery, text: 'aa' })('aaaaa b')).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 4 },
    ])
    expect(found('', 'anything')).toEqual([])
    expect(found('longer than the line', 'short')).toEqual([])
  })

  test('is in any case, unless asked', () => {
    expect(found('her', 'Her, her; HER')).toEqual(['Her', 'her', 'HER'])
    expect(found('Her', 'Her, her; HER', { isCaseSensitive: true })).toEqual(['Her'])
    expect(found('İ', 'iİ', { isCaseSensitive: true, isAccentSensitive: true })).toEqual(['İ'])
  })

  test('has any accents, unless asked', () => {
    expect(found('agnes', 'Agnès and Agne\u0300s, Agnes')).toEqual(['Agnès', 'Agne\u0300s', 'Agnes'])
    expect(found('Agnès', 'Agnès, Agnes', { isAccentSensitive: true })).toEqual(['Agnès'])
    expect(found('strasse', 'Straße')).toEqual(['Straße'])
    expect(found('oeuvre', 'the œuvre')).toEqual(['œuvre'])
    expect(found('e', 'Agne\u0300s')).toEqual(['e\u0300'])
  })

  test('is a whole word, when asked', () => {
    expect(found('art', 'art, party, art-house, Art', { isWholeWord: true })).toEqual(['art', 'art', 'Art'])
    expect(found('art', 'éart artß', { isWholeWord: true })).toEqual([])
  })

  test('has its quotes and spaces in whatever form', () => {
    expect(found("don't", "don’t, don't")).toEqual(['don’t', "don't"])
    expect(found('"Her"', '“Her” and "Her"')).toEqual(['“Her”', '"Her"'])
    expect(found('don’t', "don’t, don't")).toEqual(['don’t'])
    expect(found('"', '“Her” and "Her"')).toEqual(['"', '"'])
    expect(found('Her »', '« Her\u202f»')).toEqual(['Her\u202f»'])
  })

  test('may stand beside what takes two characters', () => {
    expect(found('her', '🌅her🌅', { isWholeWord: true })).toEqual(['her'])
    expect(found('🌅', 'a 🌅 b')).toEqual(['🌅'])
  })
})
