import { expect, test } from 'vitest'
import type { RatingScale } from '#lib/ratings/ratings.ts'
import { aspectFigure, aspectShare, aspectValueText, weightedMean, weightedText } from './aspects.ts'

const five: RatingScale = { key: 'f', name: 'Five', version: 1, kind: 'numeric', min: 0, max: 5, step: 0.5, labels: [] }
const labels = ['D', 'C', 'B', 'A']
const letters: RatingScale = { ...five, kind: 'letter', max: 3, step: 1, labels }
const aspect = (value: number, weight = 1) => ({ name: 'x', weight, value })

test('the mean is by weight, and of nothing there is none', () => {
  expect(weightedMean([aspect(5, 3), aspect(3)])).toBe(4.5)
  expect(weightedMean([])).toBeNull()
})

test('it is said out of what, to one decimal; letters are said by the nearest', () => {
  expect(weightedText([aspect(5, 3), aspect(5, 2), aspect(3.5)], five)).toBe('4.8 of 5')
  expect(weightedText([aspect(3), aspect(2, 3)], letters)).toBe('nearest to B')
  expect(weightedText([aspect(-4), aspect(1)], { ...five, min: -5 })).toBe('\u22121.5')
  expect(weightedText([], five)).toBe('')
})

test('a value is written as its scale writes it, and one that the scale has not as a bare number', () => {
  expect(aspectFigure(4.5, five)).toBe('4.5')
  expect(aspectFigure(2, letters)).toBe('B')
  expect(aspectFigure(7, letters)).toBe('7')
  expect(aspectFigure(7, null)).toBe('7')
  expect(aspectValueText(4.5, five)).toBe('4.5 of 5')
  expect(aspectValueText(2, letters)).toBe('B')
})

test('its share of the scale stays within it', () => {
  expect(aspectShare(2.5, five)).toBe(0.5)
  expect(aspectShare(9, five)).toBe(1)
  expect(aspectShare(0, { ...five, min: -5 })).toBe(0.5)
})
