import { describe, expect, test } from 'vitest'
import { contrast, isColour, leastContrast, mix, nearestReadable, tone } from './colour.ts'

describe('contrast', () => {
  // Figures of WebAIM's checker.
  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#0000ff', '#ffff00', 8],
    ['#c23a25', '#fbf3e7', 4.88],
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 1)
    expect(contrast(other, one)).toBe(contrast(one, other))
  })
})

test.each(['#fff', 'c23a25', '#c23a2', '#c23a25;', '#C23A25', 'red', '', '#c23a25\n'])('%j is no colour', text => {
  expect(isColour(text)).toBe(false)
})

describe('the nearest colour that can be read', () => {
  const hues = ['#ff0000', '#ffee00', '#00ff88', '#3399ff', '#cc66ff', '#808080', '#ffffff', '#000000', '#010101']
  const grounds = [
    ['#fbf3e7', '#fffaf2'],
    ['#24152a', '#2e1c35'],
  ]
  for (const ground of grounds)
    test.each(hues)(`of %s on ${ground[0]} can be read`, hue => {
      const found = nearestReadable(hue, ground, 4.5)
      expect(isColour(found)).toBe(true)
      expect(leastContrast(found, ground)).toBeGreaterThanOrEqual(4.5)
    })

  test('is the colour itself where that can be read', () => {
    expect(nearestReadable('#a82f1c', ['#fbf3e7'], 4.5)).toBe('#a82f1c')
  })

  test('is hardly darker than what was refused', () => {
    const found = nearestReadable('#d8452e', ['#fbf3e7'], 4.5)
    expect(contrast(found, '#fbf3e7')).toBeLessThan(4.8)
  })

  test('is black or white where no lightness of the hue does', () => {
    expect(nearestReadable('#3366cc', ['#777777'], 6)).toBe('#000000')
  })
})

test('a mixture lies between both, and a tone keeps to what screens show', () => {
  expect(mix('#ffffff', '#000000', 0)).toBe('#ffffff')
  expect(mix('#ffffff', '#000000', 1)).toBe('#000000')
  expect(contrast(mix('#ffffff', '#c23a25', 0.2), '#ffffff')).toBeLessThan(contrast('#c23a25', '#ffffff'))
  for (const lightness of [0, 0.2, 0.5, 0.9, 1]) expect(isColour(tone('#00ff00', lightness, 90))).toBe(true)
})
