import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { largestUpload, notAPicture, sniffFormat, tooLarge, UnusablePicture, whatElse } from './files.ts'
import type { PictureFormat } from './pictures.ts'
import { decodedWidth, type PlannedFile } from './recipe.ts'

// The only place that decodes what was uploaded. Everything that readers get is encoded anew: what the file carried besides pixels is gone.

/** Only these, told by their bytes. Drawings (SVG) are let in by what draws our own. */
const loaders = ['Jpeg', 'Png', 'Webp', 'Nsgif']
const mostPixels = 50_000_000
/** Of a side, in pixels: no page has room for more, and what has more is made to hurt. */
const longestSide = 20_000
/** What may have to lie in memory at once while a picture is read, in bytes. */
const mostMemory = 200_000_000

export interface Decoded {
  data: Buffer
  width: number
  height: number
  channels: 1 | 2 | 3 | 4
  /** Of the picture as it was sent, after orientation, in pixels. */
  original: { width: number; height: number }
}

let alsoReads: boolean | null = null

/** Makes this process able to read pictures of the four formats and nothing else. */
export function readOnlyPictures(alsoDrawings = false): void {
  // For a moment nothing can be read, which a picture that is being read beside this would meet.
  if (alsoReads === alsoDrawings) return
  alsoReads = alsoDrawings
  const all = alsoDrawings ? [...loaders, 'Svg'] : loaders
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: all.map(loader => `VipsForeignLoad${loader}`) })
}

/** Reads an upload, upright, in sRGB, without anything that it carried. Throws UnusablePicture, with what to do about it. */
export async function decodeUpload(file: string): Promise<Decoded> {
  const bytes = await readFile(file)
  if (bytes.length > largestUpload) throw new UnusablePicture(tooLarge)
  if (sniffFormat(bytes) === null) throw new UnusablePicture(notAPicture)
  const other = whatElse(bytes)
  if (other !== null)
    throw new UnusablePicture(
      `This file is a picture and ${other} at once. Export the picture again and try once more.`,
    )
  return decode(bytes)
}

/** Reads a drawing of ours. */
export function decodeDrawing(svg: Uint8Array): Promise<Decoded> {
  return decode(svg)
}

async function decode(bytes: Uint8Array): Promise<Decoded> {
  try {
    const metadata = await sharp(bytes, reading).metadata()
    const size = metadata.autoOrient
    refuseTooMuch(metadata)
    const { data, info } = await sharp(bytes, reading)
      .autoOrient()
      .resize({ width: decodedWidth, withoutEnlargement: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    return { data, width: info.width, height: info.height, channels: info.channels, original: size }
  } catch (error) {
    throw error instanceof UnusablePicture ? error : new UnusablePicture(`This picture cannot be read. ${why(error)}`)
  }
}

const reading = { limitInputPixels: mostPixels, failOn: 'warning' } as const

function why(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  if (/pixel limit/i.test(message)) return 'It has more than 50 million pixels. Make it smaller and try again.'
  return 'The file is damaged or incomplete. Export it again and try once more.'
}

/** What is read line by line needs little memory; what is interlaced or lies on its side must be there as a whole. */
function refuseTooMuch(metadata: Metadata): void {
  const { width, height, channels, depth, isProgressive = false, orientation = 1, format } = metadata
  if (Math.max(width, height) > longestSide)
    throw new UnusablePicture(
      `One side of this picture is longer than ${longestSide.toLocaleString('en')} pixels. Make it smaller and try again.`,
    )
  // A progressive JPEG keeps two bytes for each value, a PNG what it says.
  const each = format === 'jpeg' ? 2 : depth === 'ushort' ? 2 : 1
  const isWhole = isProgressive || format === 'webp' || format === 'gif' || orientation > 1
  if (isWhole && width * height * channels * each > mostMemory)
    throw new UnusablePicture(
      'Reading this picture takes too much memory. Make it smaller, or export it as an ordinary (not progressive) JPEG, and try again.',
    )
}

/** Writes one of the files into a folder. Returns its size in bytes. */
export async function drawFile(picture: Decoded, planned: PlannedFile, folder: string): Promise<number> {
  const { width, height, channels } = picture
  const raw = sharp(picture.data, { raw: { width, height, channels } })
  const part = planned.box ? raw.extract(pixelsOf(planned.box, picture)) : raw
  const image = part.resize(
    planned.height === null ? { width: planned.width } : { width: planned.width, height: planned.height, fit: 'fill' },
  )
  const bytes = await encode(image, planned.format).toBuffer()
  await writeFile(join(folder, planned.file), bytes)
  return bytes.length
}

/** Measured on the pictures of the demo: AVIF at effort 1 takes as long as WebP at 3 and is a third smaller; at 4 it takes twenty times as long. */
function encode(image: Sharp, format: PictureFormat): Sharp {
  if (format === 'avif') return image.avif({ quality: 55, effort: 1 })
  if (format === 'webp') return image.webp({ quality: 78, effort: 3 })
  return image.flatten({ background: '#ffffff' }).jpeg({ quality: 80, mozjpeg: true })
}

function pixelsOf(box: { x: number; y: number; width: number; height: number }, { width, height }: Decoded) {
  const across = Math.min(width, Math.max(1, Math.round(box.width * width)))
  const down = Math.min(height, Math.max(1, Math.round(box.height * height)))
  return {
    left: Math.min(Math.round(box.x * width), width - across),
    top: Math.min(Math.round(box.y * height), height - down),
    width: across,
    height: down,
  }
}

/** The mean colour, #rrggbb. */
export async function meanColour({ data, width, height, channels }: Decoded): Promise<string> {
  const mean = await sharp(data, { raw: { width, height, channels } })
    .resize(1, 1, { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer()
  const [red = 0, green = red, blue = red] = mean.length < 3 ? [mean[0] ?? 0] : mean
  return `#${Buffer.from([red, green, blue]).toString('hex')}`
}

/**
 * How a picture looks, in 64 bits: whether each of eight by eight places is darker than the one to its right (a difference hash). Two of the
 * same picture in another size, format or compression differ in a few. As a signed integer, which is what the database holds.
 */
export async function likenessOf({ data, width, height, channels }: Decoded): Promise<bigint> {
  const grey = await sharp(data, { raw: { width, height, channels } })
    .flatten({ background: '#ffffff' })
    .greyscale()
    .resize(9, 8, { fit: 'fill', kernel: 'mitchell' })
    .extractChannel(0)
    .raw()
    .toBuffer()
  let bits = 0n
  for (let row = 0; row < 8; row += 1)
    for (let column = 0; column < 8; column += 1) {
      const at = row * 9 + column
      bits = (bits << 1n) | ((grey[at] ?? 0) < (grey[at + 1] ?? 0) ? 1n : 0n)
    }
  return BigInt.asIntN(64, bits)
}

/** Encodes a drawing of ours as the original of a picture: nothing of it is lost that can be seen. */
export function drawOriginal({ data, width, height, channels }: Decoded): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels } }).webp({ quality: 95, effort: 1 }).toBuffer()
}

/** SHA-256, hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
