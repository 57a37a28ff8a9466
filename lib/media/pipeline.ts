import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { cardSize, pictureWidths } from './pictures.ts'

// Only these are let in, told by their bytes. Everything that is kept is encoded anew: what the file carried besides pixels is gone.
const formats = new Set(['jpeg', 'png', 'webp', 'gif'])
const mostPixels = 50_000_000

sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadNsgif',
    'VipsForeignLoadSvg',
  ],
})

export interface Derivatives {
  name: string
  width: number
  height: number
  widths: number[]
  colour: string
}

/** A file that cannot be a picture here; the message is for the person who uploaded it. */
export class UnusablePicture extends Error {}

/** The largest upload, in bytes. */
export const largestUpload = 20 * 1024 * 1024

/** The format that the first bytes tell: "jpeg", "png", "webp", "gif" or null. A name or a Content-Type tells nothing. */
export function sniffFormat(bytes: Uint8Array): string | null {
  const ascii = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (ascii.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (ascii.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (/^GIF8[79]a/.test(ascii)) return 'gif'
  return ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WEBP' ? 'webp' : null
}

/** A name of our own for the files of a picture: what the hint says, and something that nobody can guess. */
export function pictureName(hint: string): string {
  const words = hint
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return `${words || 'picture'}-${randomBytes(6).toString('hex')}`
}

/**
 * Makes the files of a picture in `<dataDir>/media`: a WebP of each width up to the original's, and a 1200×675 JPEG around the
 * focal point. Written beside and renamed, so that a half-written file is never served. Throws UnusablePicture for what is no
 * picture; other errors (a full disk) leave nothing behind.
 */
export async function makeDerivatives(
  source: Uint8Array,
  {
    dataDir,
    name,
    trustedSvg = false,
    focal = { x: 0.5, y: 0.5 },
  }: { dataDir: string; name: string; trustedSvg?: boolean; focal?: { x: number; y: number } },
): Promise<Derivatives> {
  const image = await decode(source, trustedSvg)
  const folder = join(dataDir, 'media')
  await mkdir(folder, { recursive: true })
  const { width, height } = image.info
  const widths = [
    ...new Set([
      ...pictureWidths.filter(candidate => candidate < width),
      Math.min(width, pictureWidths.at(-1) ?? width),
    ]),
  ]
  const raw = () => sharp(image.data, { raw: { width, height, channels: image.info.channels } })
  const written: string[] = []
  try {
    for (const size of widths) {
      written.push(
        await put(
          folder,
          `${name}-${size}.webp`,
          await raw().resize({ width: size }).webp({ quality: 78, effort: 3 }).toBuffer(),
        ),
      )
    }
    const card = raw()
      .extract(cropAround(focal, width, height))
      .resize(cardSize)
      .flatten({ background: '#ffffff' })
    written.push(await put(folder, `${name}-card.jpg`, await card.jpeg({ quality: 80, mozjpeg: true }).toBuffer()))
    const mean = await raw().resize(1, 1, { fit: 'fill' }).flatten({ background: '#ffffff' }).raw().toBuffer()
    const colour = `#${mean.subarray(0, 3).toString('hex')}`
    return { name, width, height, widths, colour }
  } catch (error) {
    await Promise.all(written.map(file => rm(file, { force: true })))
    throw error
  }
}

/** Removes the files of a picture, whichever of them were made. */
export async function removeDerivatives({ name }: { name: string }, dataDir: string): Promise<void> {
  const folder = join(dataDir, 'media')
  // Exactly its own: a downloaded picture that was uploaded again has a name that begins with this one.
  const own = new RegExp(`^${name.replace(/[^a-z0-9-]/g, '')}-(\\d+\\.webp|card\\.jpg)(\\.[0-9a-f]+\\.part)?$`)
  const files = (await readdir(folder).catch(() => [])).filter(file => own.test(file))
  await Promise.all(files.map(file => rm(join(folder, file), { force: true })))
}

async function decode(source: Uint8Array, trustedSvg: boolean) {
  if (source.length > largestUpload)
    throw new UnusablePicture('The file is larger than 20 MB. Make it smaller and try again.')
  const format = sniffFormat(source)
  if (!trustedSvg && !formats.has(format ?? ''))
    throw new UnusablePicture('This is not a JPEG, PNG, WebP or GIF picture.')
  try {
    return await sharp(source, { limitInputPixels: mostPixels, failOn: 'warning' })
      .rotate()
      .resize({ width: 2400, withoutEnlargement: true })
      .timeout({ seconds: 30 })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
  } catch (error) {
    const reason =
      error instanceof Error && /pixel limit/i.test(error.message)
        ? 'It has more than 50 million pixels.'
        : 'The file is damaged or incomplete.'
    throw new UnusablePicture(`This picture cannot be read. ${reason} Export it again and try once more.`)
  }
}

/** The largest 16:9 part of the picture with the focal point as near its middle as it can be. */
function cropAround(focal: { x: number; y: number }, width: number, height: number) {
  const ratio = cardSize.width / cardSize.height
  const across = Math.min(width, Math.round(height * ratio))
  const down = Math.min(height, Math.round(width / ratio))
  const left = Math.round(Math.min(Math.max(focal.x * width - across / 2, 0), width - across))
  const top = Math.round(Math.min(Math.max(focal.y * height - down / 2, 0), height - down))
  return { left, top, width: across, height: down }
}

async function put(folder: string, name: string, bytes: Buffer): Promise<string> {
  const file = join(folder, name)
  const beside = `${file}.${randomBytes(4).toString('hex')}.part`
  try {
    await writeFile(beside, bytes)
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  return file
}
