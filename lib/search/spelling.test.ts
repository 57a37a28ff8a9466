import { expect, test } from 'vitest'
import { nearest } from './spelling.ts'

const known = ['johansson', 'jonze', 'phoenix', 'her', 'petrakis', 'james', 'jones'].map(word => ({ word, uses: 1 }))

test.each([
  ['johanson', 'johansson'],
  ['johannson', 'johansson'],
  ['jnoze', 'jonze'],
  ['phoneix', 'phoenix'],
  ['petrakiss', 'petrakis'],
])('%s may have been meant as %s', (typed, meant) => expect(nearest(typed, known)[0]).toBe(meant))

test.each(['he', 'hre', 'xylophone', 'johansson'])('%s is nothing else', typed =>
  expect(nearest(typed, known)).toEqual([]),
)
