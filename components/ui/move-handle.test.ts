import { expect, test } from 'vitest'
import { moved } from './move-handle.tsx'

test.each([
  [0, 2, 'bcad'],
  [2, 0, 'cabd'],
  [3, 3, 'abcd'],
  [1, 2, 'acbd'],
])('from %i to %i', (from, to, result) => expect(moved([...'abcd'], from, to).join('')).toBe(result))
