import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { type Crops, cardPath, cardSize, cropBox, ratioOf } from './pictures.ts'
import { drawPicture, takePicture } from './press.ts'
import { cutFiles, cutsOf, type Planned, wholeFiles, widthsOf } from './recipe.ts'

const folder = mkdtempSync(join(tmpdir(), 'recipe-'))
afterAll(() => rmSync(folder, { recursive: true }))
const plan = (width: number, height: number, more: Partial<Planned> = {}): Planned => ({
  ...{ name: 'n', cropName: 'c', width, height, focal: { x: 0.5, y: 0.5 }, crops: {} },
  ...more,
})

test.each([
  [1, [1]],
  [399, [399]],
  [400, [400]],
  [1_000, [400, 800, 1_000]],
  [2_000, [400, 800, 1_200, 2_000]],
  [6_000, [400, 800, 1_200, 2_000]],
])('a picture of %d pixels is made in the widths %j', (width, widths) => expect(widthsOf(width)).toEqual(widths))

test('what is cut is never enlarged', () => {
  expect(cutsOf(plan(1_600, 900))).toEqual({ '16:9': [400, 800, 1_200], '2:3': [200, 400], '1:1': [200, 400, 800] })
  expect(cutsOf(plan(100, 100))).toEqual({ '16:9': [100], '2:3': [67], '1:1': [100] })
  // Of a large picture no more is decoded than its pages need.
  const crops = { '1:1': { x: 0, y: 0, width: 0.1, height: 0.1 } }
  expect(cutsOf(plan(10_000, 10_000, { crops }))['1:1']).toEqual([200])
})

describe('the part that a ratio shows', () => {
  const box = (focal: { x: number; y: number }, crops: Crops = {}) =>
    cropBox({ width: 1_600, height: 900, focal, crops }, '1:1')

  test.each([
    [{ x: 0.5, y: 0.5 }, 0.218_75],
    [{ x: 0, y: 0 }, 0],
    [{ x: 1, y: 1 }, 0.4375],
    [{ x: 0.4, y: 0.9 }, 0.118_75],
  ])('lies around the focal point %j', (focal, x) => {
    const found = box(focal)
    expect(found.x).toBeCloseTo(x)
    expect([found.y, found.height]).toEqual([0, 1])
  })

  test('is what was chosen, in the shape of the ratio', () => {
    const chosen = { x: 0.1, y: 0.2, width: 0.45, height: 0.8 }
    const same = box({ x: 1, y: 1 }, { '1:1': chosen })
    for (const side of ['x', 'y', 'width', 'height'] as const) expect(same[side]).toBeCloseTo(chosen[side])
    const wide = box({ x: 1, y: 1 }, { '1:1': { x: 0, y: 0.5, width: 1, height: 0.5 } })
    expect(wide.width * 1_600).toBeCloseTo(wide.height * 900)
    expect(wide).toMatchObject({ y: 0.5, height: 0.5 })
    expect(wide.x + wide.width / 2).toBeCloseTo(0.5)
  })
})

// What machines are given as the picture of a page has one size, whatever was uploaded.
test.each([
  [1, 1],
  [3, 2],
  [16, 900],
  [1999, 7],
  [675, 1200],
  [1201, 676],
  [5001, 1003],
])('every file of a picture of %d × %d has the size that it says', { timeout: 30_000 }, async (width, height) => {
  const file = join(folder, `${width}-${height}.png`)
  const source = await sharp({ create: { width, height, channels: 4, background: '#d8452e80' } })
    .png()
    .toBuffer()
  writeFileSync(file, source)
  const planned = plan(width, height, { focal: { x: 0, y: 1 } })
  const sized = async (path: string) => {
    const { format, width, height } = await sharp(path).metadata()
    return { format: { heif: 'avif', jpeg: 'jpg' }[String(format)] ?? format, width, height }
  }
  await takePicture(file, planned, join(folder, 'scratch'), async (taken, where) => {
    expect(readdirSync(where).sort()).toEqual([...taken.files].sort())
    expect(taken).toMatchObject({
      width,
      height,
      widths: [Math.min(width, 800)],
      colour: expect.stringMatching(/^#e[a-f][9a][0-9a-f]9[0-9a-f]$/),
    })
    const card = join(where, cardPath({ cropName: 'n' }).slice('/media/'.length))
    expect(await sized(card)).toEqual({ format: 'jpg', ...cardSize })
  })
  const files = [...wholeFiles(planned), ...cutFiles(planned)]
  const made: number[] = []
  await drawPicture(
    file,
    files,
    join(folder, 'scratch'),
    async (drawn, where) => {
      expect(Object.keys(drawn).sort()).toEqual(readdirSync(where).sort())
      for (const each of files) {
        const size = await sized(join(where, each.file))
        expect(size, each.file).toMatchObject({ format: each.format, width: each.width })
        if (each.height !== null) expect(size.height, each.file).toBe(each.height)
      }
    },
    { progress: count => made.push(count) },
  )
  expect(made.at(-1)).toBe(files.length)
  expect(readdirSync(join(folder, 'scratch'))).toEqual([])
})

test('a picture that was taken with the camera on its side stands upright, and carries nothing', async () => {
  const file = join(folder, 'upright.jpg')
  const source = sharp({ create: { width: 300, height: 100, channels: 3, background: '#d8452e' } })
  writeFileSync(
    file,
    await source
      .withExif({ IFD0: { Copyright: 'secret place' }, IFD3: { GPSLatitude: '1/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer(),
  )
  await takePicture(file, plan(0, 0), join(folder, 'scratch'), async ({ width, height, files }, where) => {
    expect({ width, height }).toEqual({ width: 100, height: 300 })
    for (const each of files) {
      const { exif, icc, xmp, orientation } = await sharp(join(where, each)).metadata()
      expect({ exif, icc, xmp, orientation }).toEqual({})
    }
  })
})

test.each(['16:9', '2:3', '1:1'] as const)('%s is a ratio', ratio => {
  const [width = 0, height = 1] = ratio.split(':').map(Number)
  expect(ratioOf(ratio)).toBe(width / height)
})
