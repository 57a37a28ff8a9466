import sharp from 'sharp'
import { tile } from '#lib/ratings/glyph-tile.ts'
import { largestDrawing } from '#lib/ratings/own-glyphs.ts'
import { readOnlyPictures } from './drawing.ts'
import { UnusablePicture } from './files.ts'

// The server reads no upload: only what was made of one, and its own drawings.
readOnlyPictures(true)

/** Pixels of the file for one unit of the box: sharp at the largest size on a dense screen. */
const fine = 8
/** What is palest in a picture is still drawn this much, as the pale tones of the built-in glyphs are. */
const palest = 0.42
/** Below this much ink, of 1, a pixel is no part of the drawing. */
const faint = 0.12

export interface GlyphPicture {
  png: Buffer
  /** Of the drawing, in units of the box. */
  width: number
}

/**
 * The shape of a picture, to be drawn in the house's one colour: white where there is ink, nothing elsewhere, in the middle of a box. What is
 * see-through is ground; in a picture without see-through parts, what has the colour of its corners is. Throws UnusablePicture where nothing is left.
 */
export async function makeGlyphPicture(picture: Uint8Array): Promise<GlyphPicture> {
  const { data, info } = await sharp(picture)
    .resize({ width: 512, height: 512, fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pixels = Array.from({ length: info.width * info.height }, (_, index) => pixelAt(data, index))
  const seeThrough = pixels.filter(({ alpha }) => alpha < 0.5).length / pixels.length
  const ink = seeThrough > 0.01 ? inkOfShape(pixels) : inkAgainstGround(pixels, info.width)
  const box = boundsOf(ink, info.width)
  if (!box)
    throw new UnusablePicture(
      'Nothing stands out in this picture. Choose one of a single thing on a plain or see-through ground.',
    )
  const scale = largestDrawing / Math.max(box.width, box.height)
  const width = Math.max(2, Math.round(box.width * scale))
  const height = Math.max(2, Math.round(box.height * scale))
  const drawing = await sharp(Buffer.from(ink.map(part => Math.round(part * 255))), {
    raw: { width: info.width, height: info.height, channels: 1 },
  })
    .extract(box)
    .resize(width * fine, height * fine, { fit: 'fill' })
    .extend({ ...margins(width, 'left', 'right'), ...margins(height, 'top', 'bottom'), background: '#000000' })
    .extractChannel(0)
    .raw()
    .toBuffer()
  const side = tile.glyph * fine
  const png = await sharp({ create: { width: side, height: side, channels: 3, background: '#ffffff' } })
    .joinChannel(drawing, { raw: { width: side, height: side, channels: 1 } })
    .png({ compressionLevel: 9 })
    .toBuffer()
  return { png, width }
}

interface Pixel {
  rgb: [number, number, number]
  light: number
  alpha: number
}

function pixelAt(data: Uint8Array, index: number): Pixel {
  const [r = 0, g = 0, b = 0, a = 0] = data.subarray(index * 4, index * 4 + 4)
  return { rgb: [r, g, b], light: (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255, alpha: a / 255 }
}

/** A cut-out: its shape, with its own lights paler where it has any. */
function inkOfShape(pixels: Pixel[]): number[] {
  const lights = pixels
    .filter(({ alpha }) => alpha > 0.5)
    .map(({ light }) => light)
    .sort((a, b) => a - b)
  const [dark, light] = [quantile(lights, 0.05), quantile(lights, 0.95)]
  const shades = light - dark > 0.2
  return pixels.map(pixel => {
    const lightness = shades ? Math.min(Math.max((pixel.light - dark) / (light - dark), 0), 1) : 0
    return pixel.alpha * (1 - (1 - palest) * lightness)
  })
}

/** A picture without see-through parts: what differs from the colour of its corners. */
function inkAgainstGround(pixels: Pixel[], width: number): number[] {
  const corners = [0, width - 1, pixels.length - width, pixels.length - 1].flatMap(index => pixels[index] ?? [])
  const ground = [0, 1, 2].map(
    channel => corners.reduce((sum, { rgb }) => sum + (rgb[channel] ?? 0), 0) / corners.length,
  )
  const apart = pixels.map(({ rgb }) => Math.hypot(...rgb.map((value, channel) => value - (ground[channel] ?? 0))))
  const most = quantile(
    [...apart].sort((a, b) => a - b),
    0.98,
  )
  if (most < 24) return []
  return apart.map(distance => Math.min(Math.max(distance / most - faint, 0) / (1 - faint), 1))
}

function boundsOf(ink: number[], width: number) {
  const box = { left: width, top: ink.length / width, right: 0, bottom: 0 }
  let inked = 0
  for (const [index, part] of ink.entries()) {
    if (part <= faint) continue
    inked += 1
    const [across, down] = [index % width, Math.floor(index / width)]
    box.left = Math.min(box.left, across)
    box.right = Math.max(box.right, across)
    box.top = Math.min(box.top, down)
    box.bottom = Math.max(box.bottom, down)
  }
  const { left, top, right, bottom } = box
  return inked < 12 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 }
}

/** What is left of the box on two sides, in pixels. */
function margins<A extends string, B extends string>(size: number, before: A, after: B): Record<A | B, number>
function margins(size: number, before: string, after: string): Record<string, number> {
  const left = (tile.glyph - size) * fine
  return { [before]: Math.floor(left / 2), [after]: Math.ceil(left / 2) }
}

function quantile(sorted: number[], part: number): number {
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0
}
