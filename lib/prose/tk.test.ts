import { describe, expect, test } from 'vitest'
import { findTks } from './tk.ts'

const found = (text: string) => findTks(text).map(({ from, to }) => text.slice(from, to))

describe('what is still to come', () => {
  test('is a word of its own in capitals, however long', () => {
    expect(found('TK')).toEqual(['TK'])
    expect(found('Released in TK by TKTK, (TKKK) and “TK”.')).toEqual(['TK', 'TKTK', 'TKKK', 'TK'])
    expect(found('TK-dated, half-TK; TK/TK')).toEqual(['TK', 'TK', 'TK', 'TK'])
  })

  test('is where it stands', () => {
    expect(findTks('In TK, and TKTK.')).toEqual([
      { from: 3, to: 5 },
      { from: 11, to: 15 },
    ])
  })

  test.each([
    'TKO',
    'a TKO in the third round',
    'ATKINS',
    'tk',
    'Tk',
    'TKs',
    'TK1',
    '1TK',
    'TK_NOTE',
    'ÅTK',
    'TKÉ',
    'TK-421, why aren’t you at your post?',
    'bought at TK Maxx',
    'ticket',
    '',
  ])('is not in “%s”', text => {
    expect(found(text)).toEqual([])
  })
})
