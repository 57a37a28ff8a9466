import { smallestCrop } from '#lib/media/library-schema.ts'
import { type CropBox, type CropRatio, cropBox, type Picture, ratioOf } from '#lib/media/pictures.ts'

// Parts of pictures that are moved and resized, in fractions of width and height. Every part that comes out of here has its ratio's shape and lies
// inside the picture.

type Size = Pick<Picture, 'width' | 'height'>
export interface Point {
  x: number
  y: number
}

/** A corner, by which of the two sides it is on: { x: 1, y: 0 } is the upper right one. */
export interface Corner {
  x: 0 | 1
  y: 0 | 1
}

export const corners: readonly Corner[] = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: 1, y: 1 },
]

/** The largest part of a ratio, in the middle. */
export function largestBox(size: Size, ratio: CropRatio): CropBox {
  return cropBox({ ...size, focal: { x: 0.5, y: 0.5 }, crops: {} }, ratio)
}

/** Whether a part of this ratio can be chosen at all: of a banner, the largest 2:3 is too narrow to be one. */
export function canChoose(size: Size, ratio: CropRatio): boolean {
  const { width, height } = largestBox(size, ratio)
  return Math.min(width, height) >= smallestCrop
}

/** The part moved by so much, as far as there is room. */
export function movedBox(box: CropBox, by: Point): CropBox {
  return { ...box, x: within(box.x + by.x, 0, 1 - box.width), y: within(box.y + by.y, 0, 1 - box.height) }
}

/** The part as wide as said, around its own middle as far as there is room; never smaller than what can be stored. */
export function resizedBox(box: CropBox, size: Size, ratio: CropRatio, width: number): CropBox {
  const next = shapeOf(width, size, ratio)
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  return movedBox({ ...next, x: middle.x - next.width / 2, y: middle.y - next.height / 2 }, { x: 0, y: 0 })
}

/** The part with one corner drawn to a point, while the opposite one stays where it is. */
export function drawnBox(box: CropBox, size: Size, ratio: CropRatio, corner: Corner, to: Point): CropBox {
  const fixed = { x: box.x + (corner.x === 1 ? 0 : box.width), y: box.y + (corner.y === 1 ? 0 : box.height) }
  const room = { x: corner.x === 1 ? 1 - fixed.x : fixed.x, y: corner.y === 1 ? 1 - fixed.y : fixed.y }
  const shape = heightPerWidth(size, ratio)
  const reach = {
    x: corner.x === 1 ? to.x - fixed.x : fixed.x - to.x,
    y: corner.y === 1 ? to.y - fixed.y : fixed.y - to.y,
  }
  // The side that was drawn further leads, and no further than both sides have room.
  const wanted = Math.max(reach.x, reach.y / shape)
  const { width, height } = shapeOf(Math.min(wanted, room.x, room.y / shape), size, ratio)
  return movedBox(
    { width, height, x: fixed.x - (corner.x === 1 ? 0 : width), y: fixed.y - (corner.y === 1 ? 0 : height) },
    { x: 0, y: 0 },
  )
}

/** How large it is in the file, in whole pixels. */
export function pixelsOf(box: CropBox, { width, height }: Size): { width: number; height: number } {
  return { width: Math.round(box.width * width), height: Math.round(box.height * height) }
}

/** "80 % of the width, 10 % from the left, 5 % from the top" */
export function boxText({ x, y, width }: CropBox): string {
  const percent = (part: number) => `${Math.round(part * 100)} %`
  return `${percent(width)} of the width, ${percent(x)} from the left, ${percent(y)} from the top`
}

/** Whether two parts are the same, but for what reckoning rounds. */
export function isSameBox(a: CropBox | undefined, b: CropBox | undefined): boolean {
  if (!a || !b) return a === b
  return (['x', 'y', 'width', 'height'] as const).every(side => Math.abs(a[side] - b[side]) < 0.000_1)
}

/** How a picture stands in a frame that shows only a part of it, in percent of the frame; a picture has a left side in every language. */
export function placeInFrame({ x, y, width, height }: CropBox): {
  width: string
  height: string
  left: string
  top: string
} {
  const percent = (part: number) => `${Math.round(part * 1_000_000) / 10_000}%`
  return {
    width: percent(1 / width),
    height: percent(1 / height),
    left: percent(-x / width),
    top: percent(-y / height),
  }
}

function shapeOf(width: number, size: Size, ratio: CropRatio): Pick<CropBox, 'width' | 'height'> {
  const shape = heightPerWidth(size, ratio)
  const most = Math.min(1, 1 / shape)
  // A hair more than the least, which rounding would end below.
  const least = Math.min(Math.max(smallestCrop, smallestCrop / shape) * 1.001, most)
  const fitting = within(width, least, most)
  return { width: fitting, height: Math.min(fitting * shape, 1) }
}

/** How high a part is for each unit of its width, both in fractions. */
function heightPerWidth({ width, height }: Size, ratio: CropRatio): number {
  return width / (ratioOf(ratio) * height)
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(most, least))
}
