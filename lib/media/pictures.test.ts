import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { focusOf } from './pictures.ts'

const at = (x: number, y: number) => focusOf({ focal: { x, y } })

test.each([
  [0.5, 0.5, undefined],
  [0.54, 0.46, undefined],
  [0, 1, 'x0 y10'],
  [0.31, 0.5, 'x3'],
  [0.5, 0.68, 'y7'],
])('the eye at %d, %d is %s', (x, y, focus) => expect(at(x, y)).toBe(focus))

test('every tenth has a rule', () => {
  const css = readFileSync('components/review/figure.module.css', 'utf8')
  for (let tenth = 0; tenth <= 10; tenth += 1)
    for (const part of (at(tenth / 10, tenth / 10) ?? '').split(' ').filter(Boolean))
      expect(css).toContain(`[data-focus~='${part}']`)
})
