import sharp from 'sharp'
import type { IconForm, IconSize } from './icons.ts'

/** Of a maskable icon the middle 80 % are never cut away: https://www.w3.org/TR/appmanifest/#icon-masks */
const safeShare = 0.8

/** A picture whole in a square, as a PNG: on nothing, or with room around it on the ground that it is given. */
export async function drawIcon(
  picture: string,
  { size, form, ground }: { size: IconSize; form: IconForm; ground: string },
): Promise<Buffer> {
  const isMaskable = form === 'maskable'
  const inner = isMaskable ? Math.round(size * safeShare) : size
  const clear = { r: 0, g: 0, b: 0, alpha: 0 }
  const drawn = await sharp(picture).resize(inner, inner, { fit: 'contain', background: clear }).png().toBuffer()
  if (!isMaskable) return drawn
  return sharp({ create: { width: size, height: size, channels: 4, background: ground } })
    .composite([{ input: drawn }])
    .png()
    .toBuffer()
}

/** A favicon.ico with one PNG of 32 × 32 in it: six bytes of head, sixteen that say where it is, and the picture. */
export function icoOf(png: Buffer): Buffer {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(1, 4)
  head.writeUInt8(32, 6)
  head.writeUInt8(32, 7)
  head.writeUInt16LE(1, 10)
  head.writeUInt16LE(32, 12)
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(head.length, 18)
  return Buffer.concat([head, png])
}
