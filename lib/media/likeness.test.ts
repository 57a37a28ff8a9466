import sharp, { type Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { type Decoded, likenessOf } from './drawing.ts'
import { alikeWithin } from './library.ts'
import { distance, groupAlike } from './likeness.ts'

const read = async (image: Sharp): Promise<Decoded> => {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  return { data, width, height, channels, original: { width, height } }
}
/** A slope with a bright spot in it. */
const scene = (x: number, y: number) =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><defs><linearGradient id="g">
      <stop offset="0" stop-color="#123"/><stop offset="1" stop-color="#9ab"/></linearGradient></defs>
      <rect width="900" height="600" fill="url(#g)"/><circle cx="${x}" cy="${y}" r="170" fill="#fc6"/>
      <rect x="${900 - x}" y="${600 - y}" width="200" height="160" fill="#411"/></svg>`),
  )

test('the same picture in another size, format or quality looks alike, another does not', async () => {
  const original = await scene(250, 200).png().toBuffer()
  const likeness = await likenessOf(await read(sharp(original)))
  const worse = await sharp(original).resize(300).jpeg({ quality: 30 }).toBuffer()
  const webp = await sharp(original).resize(1_400).modulate({ brightness: 1.05 }).webp({ quality: 60 }).toBuffer()
  for (const copy of [worse, webp])
    expect(distance(likeness, await likenessOf(await read(sharp(copy))))).toBeLessThanOrEqual(alikeWithin)
  const other = await likenessOf(await read(scene(700, 450)))
  expect(distance(likeness, other)).toBeGreaterThan(alikeWithin)
})

test('a picture of one colour looks like nothing', async () => {
  const flat = sharp({ create: { width: 50, height: 50, channels: 4, background: '#c84b3180' } })
  expect(await likenessOf(await read(flat))).toBe(0n)
})

test.each([
  [0n, 0n, 0],
  [0n, -1n, 64],
  [5n, 6n, 2],
  [BigInt.asIntN(64, 1n << 63n), 0n, 1],
])('%d and %d differ in %d bits', (one, other, bits) => expect(distance(one, other)).toBe(bits))

test('groups hold what is near to some of them, the largest first; the rest is in none', () => {
  const flip = (likeness: bigint, ...bits: number[]) =>
    BigInt.asIntN(
      64,
      bits.reduce((all, bit) => all ^ (1n << BigInt(bit)), BigInt.asUintN(64, likeness)),
    )
  const a = 0x0123_4567_89ab_cdefn
  const b = -0x5a3c_96e1_78d2_4b0fn
  const likenesses = [a, b, flip(a, 0, 9, 20, 33, 45, 63), flip(b, 1), flip(a, 0, 9, 20, 33, 45, 63, 2, 11), 77n]
  const items = likenesses.map((likeness, id) => ({ id, likeness }))
  expect(groupAlike(items).map(group => group.map(({ id }) => id))).toEqual([
    [0, 2, 4],
    [1, 3],
  ])
  // Every way in which six bits can lie is found.
  for (let step = 1; step <= 10; step += 1) {
    const far = flip(a, ...[0, 1, 2, 3, 4, 5].map(bit => (bit * step * 7) % 64))
    if (distance(a, far) <= alikeWithin) expect(groupAlike([a, far].map(likeness => ({ likeness })))).toHaveLength(1)
  }
})
