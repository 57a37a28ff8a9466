import { describe, expect, test } from 'vitest'
import { cropsSchema, smallestCrop } from '#lib/media/library-schema.ts'
import { type CropBox, type CropRatio, cropBox, cropRatios, ratioOf } from '#lib/media/pictures.ts'
import {
  boxText,
  canChoose,
  corners,
  drawnBox,
  isSameBox,
  largestBox,
  movedBox,
  pixelsOf,
  placeInFrame,
  resizedBox,
} from './crop-boxes.ts'

const wide = { width: 2_000, height: 1_000 }
const tall = { width: 900, height: 1_600 }
const strip = { width: 4_000, height: 400 }
const sizes = { wide, tall, strip, square: { width: 800, height: 800 } }

/** It has the shape of its ratio, lies inside, and can be stored as it is. */
function expectSound(box: CropBox, size: typeof wide, ratio: CropRatio) {
  expect((box.width * size.width) / (box.height * size.height)).toBeCloseTo(ratioOf(ratio), 6)
  expect(box.x).toBeGreaterThanOrEqual(0)
  expect(box.y).toBeGreaterThanOrEqual(0)
  expect(box.x + box.width).toBeLessThanOrEqual(1.000_001)
  expect(box.y + box.height).toBeLessThanOrEqual(1.000_001)
  const id = '018f0000-0000-7000-8000-000000000000'
  expect(cropsSchema.safeParse({ id, version: 1, crops: { [ratio]: box } }).success).toBe(true)
}

describe('the part of a picture that a ratio shows', () => {
  for (const ratio of cropRatios)
    for (const [name, size] of Object.entries(sizes)) {
      test(`at ${ratio} of a ${name} one is sound, whatever is done to it`, () => {
        const box = largestBox(size, ratio)
        expectSound(box, size, ratio)
        for (const by of [-2, -0.3, -0.01, 0.01, 0.3, 2]) {
          expectSound(movedBox(box, { x: by, y: by / 2 }), size, ratio)
          expectSound(resizedBox(box, size, ratio, box.width + by), size, ratio)
          for (const corner of corners)
            expectSound(drawnBox(box, size, ratio, corner, { x: 0.5 + by, y: 0.5 - by }), size, ratio)
        }
      })

      test(`at ${ratio} of a ${name} one is what the server cuts`, () => {
        const box = resizedBox(largestBox(size, ratio), size, ratio, 0.4)
        const cut = cropBox({ ...size, focal: { x: 0, y: 0 }, crops: { [ratio]: box } }, ratio)
        expect(isSameBox(box, cut)).toBe(true)
      })
    }

  test('of a picture that is all edge is not chosen: it could not be stored', () => {
    expect(canChoose({ width: 4_000, height: 210 }, '2:3')).toBe(false)
    expect(canChoose(strip, '2:3')).toBe(true)
  })

  test('moves as far as there is room, and keeps its size', () => {
    const box = { x: 0.2, y: 0, width: 0.5, height: 1 }
    expect(movedBox(box, { x: 0.1, y: 0.1 })).toEqual({ x: expect.closeTo(0.3), y: 0, width: 0.5, height: 1 })
    expect(movedBox(box, { x: 9, y: 0 }).x).toBe(0.5)
    expect(movedBox(box, { x: -9, y: 0 }).x).toBe(0)
  })

  test('is resized around its middle', () => {
    const box = resizedBox({ x: 0.25, y: 0, width: 0.5, height: 1 }, wide, '1:1', 0.25)
    expect(box).toEqual({ x: 0.375, y: 0.25, width: 0.25, height: 0.5 })
  })

  test('is never smaller than what can be stored', () => {
    const box = resizedBox(largestBox(strip, '16:9'), strip, '16:9', 0)
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(smallestCrop)
  })

  test('drawn by a corner, leaves the opposite one where it is', () => {
    const box = { x: 0.3, y: 0.2, width: 0.3, height: 0.6 }
    const drawn = drawnBox(box, wide, '1:1', { x: 0, y: 0 }, { x: 0.4, y: 0.4 })
    expect(drawn.x + drawn.width).toBeCloseTo(0.6)
    expect(drawn.y + drawn.height).toBeCloseTo(0.8)
    expect(drawn.width).toBeCloseTo(0.2)
  })

  test('is said in words and in pixels', () => {
    const box = { x: 0.1, y: 0.05, width: 0.8, height: 0.9 }
    expect(boxText(box)).toBe('80 % of the width, 10 % from the left, 5 % from the top')
    expect(pixelsOf(box, wide)).toEqual({ width: 1_600, height: 900 })
  })

  test('fills its frame', () => {
    expect(placeInFrame({ x: 0.25, y: 0.5, width: 0.5, height: 0.5 })).toEqual({
      ...{ width: '200%', height: '200%', left: '-50%', top: '-100%' },
    })
  })

  test('is the same as another but for rounding', () => {
    const box = { x: 0.1, y: 0.1, width: 0.5, height: 0.5 }
    expect(isSameBox(box, { ...box, x: 0.100_01 })).toBe(true)
    expect(isSameBox(box, { ...box, x: 0.11 })).toBe(false)
    expect(isSameBox(box, undefined)).toBe(false)
    expect(isSameBox(undefined, undefined)).toBe(true)
  })
})
