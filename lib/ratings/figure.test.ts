import { expect, test } from 'vitest'
import { countFigure, figure } from './figure.ts'
import { type Rating, ratingForMarkup, ratingLabel, ratingSentence, shortRating } from './ratings.ts'

test('figures in data have a dot, a real minus, and nothing that floating point adds', () => {
  expect([8.4, -2.5, 0.1 + 0.2, 7, 1234.5, -0.001].map(number => figure(number))).toEqual([
    '8.4',
    '\u22122.5',
    '0.3',
    '7',
    '1234.5',
    '0',
  ])
})

test('figures for readers are as their language writes them', () => {
  expect(['de', 'fr', 'en-GB', 'sv', 'pt-BR'].map(language => figure(8.4, language))).toEqual([
    '8,4',
    '8,4',
    '8.4',
    '8,4',
    '8,4',
  ])
  expect([figure(-2.5, 'de'), figure(-2.5, 'sv'), figure(-2.5, 'he')]).toEqual([
    '\u22122,5',
    '\u22122,5',
    '\u200e\u22122.5',
  ])
  expect(figure(8.4, 'fa')).toBe('۸٫۴')
  expect([countFigure(12_400, 'en-GB'), countFigure(12_400, 'de'), countFigure(7, 'de')]).toEqual([
    '12,400',
    '12.400',
    '7',
  ])
})

const rating: Rating = {
  scale: { key: 'ten', version: 1, name: 'Ten', kind: 'numeric', min: 0, max: 10, step: 0.1, labels: [] },
  unit: null,
  value: 8.4,
}

test('a rating is said and marked up in one language, and its value is a number', () => {
  expect(ratingSentence(rating, 'de')).toBe('8,4 out of 10')
  expect([ratingLabel(rating, 'de'), shortRating(rating, 'de')]).toEqual(['Rating: 8,4 out of 10', '8,4/10'])
  expect(ratingForMarkup(rating, 'de')).toEqual({
    ratingValue: 8.4,
    bestRating: 10,
    worstRating: 0,
    ratingExplanation: '8,4 out of 10',
  })
  expect(ratingSentence(rating)).toBe('8.4 out of 10')
})
