import { expect, test } from 'vitest'
import { type Agreement, agreementSentences, pointsText, spelledWorks, tenthLabel } from './taste.ts'

const colleague = (name: string, works: number, apart: number): Agreement => ({
  name,
  path: `/critics/${name}`,
  works,
  apart,
})

test('with whom a critic agrees most, and least', () => {
  expect(agreementSentences([colleague('Mina Adeyemi', 13, 21), colleague('Tobias Wren', 4, 6)])).toEqual([
    'Agrees most with Tobias Wren: four works in common, 6 points apart on average.',
    'Agrees least with Mina Adeyemi: 13 works in common, 21 points apart on average.',
  ])
})

test('one colleague is not both', () => {
  expect(agreementSentences([colleague('Tobias Wren', 3, 0)])).toEqual([
    'Agrees most with Tobias Wren: three works in common, 0 points apart on average.',
  ])
})

test('two works in common say nothing', () => {
  expect(agreementSentences([colleague('Tobias Wren', 2, 0)])).toBeNull()
  expect(agreementSentences([])).toBeNull()
})

test('numbers are read as words where they are small', () => {
  expect([spelledWorks(1), spelledWorks(12), spelledWorks(40)]).toEqual(['one work', 'twelve works', '40 works'])
  expect([pointsText(1), pointsText(6)]).toEqual(['1 point', '6 points'])
})

test('the last tenth holds a hundred', () => {
  expect([tenthLabel(0), tenthLabel(8), tenthLabel(9)]).toEqual(['0–9', '80–89', '90–100'])
})
