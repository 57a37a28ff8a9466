import { describe, expect, test } from 'vitest'
import { diffWords, type WordChange } from './word-diff.ts'

const without = (kind: WordChange['kind'], parts: WordChange[]) =>
  parts
    .filter(part => part.kind !== kind)
    .map(({ text }) => text)
    .join('')

describe('two texts, word by word', () => {
  test('say what went and what came in its place', () => {
    expect(diffWords('A lamp is lit.', 'A small lamp was lit.')).toEqual([
      { kind: 'same', text: 'A ' },
      { kind: 'added', text: 'small ' },
      { kind: 'same', text: 'lamp ' },
      { kind: 'removed', text: 'is' },
      { kind: 'added', text: 'was' },
      { kind: 'same', text: ' lit.' },
    ])
  })

  test('are read in phrases: a space between two changed words is no island', () => {
    expect(diffWords('in the end', 'at a beginning')).toEqual([
      { kind: 'removed', text: 'in the end' },
      { kind: 'added', text: 'at a beginning' },
    ])
  })

  test('leave the space between two words where it was', () => {
    expect(diffWords('Patient and warm', 'Patient, funny and warm')).toEqual([
      { kind: 'same', text: 'Patient' },
      { kind: 'added', text: ', funny' },
      { kind: 'same', text: ' and warm' },
    ])
  })

  test('of nothing are nothing, and of the same are one run', () => {
    expect(diffWords('', '')).toEqual([])
    expect(diffWords('Same', 'Same')).toEqual([{ kind: 'same', text: 'Same' }])
    expect(diffWords('', 'New')).toEqual([{ kind: 'added', text: 'New' }])
  })

  test('in a language without spaces change by its words', () => {
    const parts = diffWords('彼女は声に恋をする', '彼女は光に恋をする')
    expect(parts.some(({ kind, text }) => kind === 'same' && text.includes('恋'))).toBe(true)
  })

  test('give both back to the character, whatever they are', () => {
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % below
    }
    const words = ['a', ' ', '  ', 'lamp', '\n', 'é', '👩‍👩‍👦', '.', 'don’t', '日本']
    const text = () => Array.from({ length: random(40) }, () => words[random(words.length)]).join('')
    for (let run = 0; run < 300; run++) {
      const [a, b] = [text(), text()]
      const parts = diffWords(a, b)
      expect(without('added', parts)).toBe(a)
      expect(without('removed', parts)).toBe(b)
    }
  })

  test('with nothing in common are still told in time', () => {
    const many = (word: string) => Array.from({ length: 4_000 }, (_, index) => `${word}${index}`).join(' ')
    const parts = diffWords(many('lamp'), many('moth'))
    expect(without('added', parts)).toBe(many('lamp'))
  })
})
