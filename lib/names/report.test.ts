import { describe, expect, test } from 'vitest'
import { sentenceAround } from './report.ts'

const around = (text: string, word: string) => {
  const from = text.indexOf(word)
  return sentenceAround(text, from, from + word.length)
}

describe('the sentence of a word', () => {
  test('is the one that it stands in', () => {
    expect(around('He listens. Then Jonz switches her on. She laughs.', 'Jonz')).toEqual({
      sentence: 'Then Jonz switches her on.',
      offset: 5,
    })
  })

  test('is cut where it is long, between words', () => {
    const { sentence, offset } = around(`${'word '.repeat(60)}Jonz ${'word '.repeat(60)}`, 'Jonz')
    expect(sentence).toMatch(/^…word .* Jonz .*word…$/)
    expect(sentence.length).toBeLessThan(230)
    expect(sentence.slice(offset, offset + 4)).toBe('Jonz')
  })

  test('is as it is where there is no other', () => {
    expect(around('Jonz', 'Jonz')).toEqual({ sentence: 'Jonz', offset: 0 })
  })
})
