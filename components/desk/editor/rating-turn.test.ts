import { describe, expect, test } from 'vitest'
import type { RatingScale } from '#lib/ratings/ratings.ts'
import { turnedByKey, turnedByPointing } from './rating-turn.ts'

const five: RatingScale = {
  key: 'five',
  name: 'Five',
  version: 1,
  kind: 'numeric',
  min: 0,
  max: 5,
  step: 0.5,
  labels: [],
}
const ten: RatingScale = { ...five, max: 10, step: 0.1 }
const letters: RatingScale = { ...five, kind: 'letter', max: 2, step: 1, labels: ['C', 'B', 'A'] }

describe('keys turn a score', () => {
  test('by steps, in leaps and to the ends, and never past them', () => {
    expect(
      ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'].map(key =>
        turnedByKey(key, five, 4.5),
      ),
    ).toEqual([5, 5, 4, 4, 5, 3.5, 0, 5])
    expect(turnedByKey('ArrowRight', five, 5)).toBe(5)
    expect(turnedByKey('ArrowRight', ten, 8.3)).toBe(8.4)
    expect(turnedByKey('ArrowUp', letters, 1)).toBe(2)
  })

  test('begin in the middle where there is no score yet, and leave other keys alone', () => {
    expect([turnedByKey('ArrowRight', five, null), turnedByKey('End', five, null)]).toEqual([2.5, 5])
    expect(turnedByKey('a', five, 3)).toBeNull()
  })
})

describe('pointing', () => {
  const at = (part: number, scale = five) => turnedByPointing(part, { scale, unit: null, value: 0 })

  test('at a glyph fills it up to there', () => {
    expect([0, 0.05, 0.1, 0.11, 0.85, 0.95, 1, 2].map(part => at(part))).toEqual([0, 0.5, 0.5, 1, 4.5, 5, 5, 5])
  })

  test('at a bar takes the nearest', () => {
    expect([0, 0.404, 1].map(part => at(part, ten))).toEqual([0, 4, 10])
    expect([0.2, 0.3, 0.8].map(part => at(part, letters))).toEqual([0, 1, 2])
  })
})
