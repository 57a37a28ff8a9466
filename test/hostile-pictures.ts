import { randomBytes } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

// Files that are not what they say, hold more than they show, or are made to hurt whoever opens them. Made here, so that none has to be kept.

export interface Hostile {
  name: string
  bytes: () => Promise<Buffer>
  /** What the refusal must speak of; null for a file that is odd and harmless, and is taken. */
  refusal: RegExp | null
}

const photo = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#4060a0', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  })
const jpeg = (width = 640, height = 480) => photo(width, height).jpeg().toBuffer()
const damaged = /damaged|incomplete/
const noPicture = /not a JPEG, PNG, WebP or GIF/
const tooMany = /50 million|longer than 20,000|memory|too long/
const both = /at once/

export const hostilePictures: Hostile[] = [
  { name: 'nothing at all', bytes: async () => Buffer.alloc(0), refusal: noPicture },
  { name: 'one byte', bytes: async () => Buffer.from([0xff]), refusal: noPicture },
  { name: 'text', bytes: async () => Buffer.from('This is no picture at all.'), refusal: noPicture },
  { name: 'a drawing (SVG) called .jpg', bytes: async () => Buffer.from(svg), refusal: noPicture },
  { name: 'an AVIF called .jpg', bytes: () => photo(64, 64).avif().toBuffer(), refusal: noPicture },
  { name: 'a HEIF called .jpg', bytes: async () => heif(), refusal: noPicture },
  { name: 'a TIFF called .jpg', bytes: () => photo(64, 64).tiff().toBuffer(), refusal: noPicture },
  { name: 'a PDF called .png', bytes: async () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), refusal: noPicture },
  { name: 'a BMP', bytes: async () => Buffer.concat([Buffer.from('BM'), Buffer.alloc(200)]), refusal: noPicture },
  {
    name: 'larger than 20 MB',
    bytes: async () => Buffer.concat([await jpeg(), Buffer.alloc(21_000_000)]),
    refusal: /20 MB/,
  },

  ...['jpeg', 'png', 'webp', 'gif'].flatMap((format): Hostile[] => [
    { name: `half a ${format}`, bytes: () => cut(format, 0.5), refusal: damaged },
    { name: `the first bytes of a ${format}`, bytes: () => cut(format, 0.01), refusal: damaged },
    { name: `a ${format} without its last tenth`, bytes: () => cut(format, 0.9), refusal: damaged },
    { name: `a ${format} of noise`, bytes: () => noiseIn(format), refusal: damaged },
  ]),
  { name: 'a PNG with a wrong checksum', bytes: async () => wrongChecksum(), refusal: damaged },
  { name: 'a PNG without data', bytes: async () => png(chunk('IHDR', header(10, 10, 8, 2))), refusal: damaged },
  { name: 'a PNG of no width', bytes: async () => png(chunk('IHDR', header(0, 10, 8, 2)), empty), refusal: damaged },
  {
    name: 'a JPEG that says that it is 60,000 × 60,000',
    bytes: async () => resized(await jpeg(), 60_000, 60_000),
    refusal: tooMany,
  },
  {
    name: 'a PNG that says that it is 50,000 × 50,000',
    bytes: async () => png(chunk('IHDR', header(50_000, 50_000, 8, 2)), empty),
    refusal: tooMany,
  },
  {
    name: 'a PNG of 2,147,483,647 × 1',
    bytes: async () => png(chunk('IHDR', header(2 ** 31 - 1, 1, 8, 0)), empty),
    refusal: /./,
  },
  { name: 'a picture of 65,535 × 1', bytes: () => photo(65_535, 1).png().toBuffer(), refusal: /20,000/ },
  { name: 'a picture of 1 × 65,535', bytes: () => photo(1, 65_535).png().toBuffer(), refusal: /20,000/ },
  { name: 'a PNG of 49 Mpx of nothing in a few KB', bytes: async () => flatPng(7_000, 7_000, 8, 2), refusal: null },
  {
    name: 'an interlaced PNG of 49 Mpx in 16 bits',
    bytes: async () => png(chunk('IHDR', header(7_000, 7_000, 16, 6, 1)), empty),
    refusal: /memory/,
  },
  { name: 'a PNG of 60 Mpx', bytes: async () => flatPng(10_000, 6_000, 8, 0), refusal: /50 million/ },
  { name: 'a PNG with text that unpacks to 2 GB', bytes: async () => textBomb('zTXt'), refusal: null },
  { name: 'a PNG with a profile that unpacks to 2 GB', bytes: async () => textBomb('iCCP'), refusal: /./ },
  { name: 'a GIF whose screen is 65,535 × 65,535', bytes: async () => gifScreen(65_535, 65_535), refusal: tooMany },
  { name: 'a GIF of 20,000 frames', bytes: async () => gifFrames(20_000), refusal: null },
  { name: 'a WebP of 2,000 frames', bytes: () => animatedWebp(2_000), refusal: null },
  { name: 'a WebP that says that it is 16,384 × 16,384', bytes: () => webpSize(), refusal: /./ },
  {
    name: 'a JPEG with 15 MB of EXIF',
    bytes: async () => withSegments(await jpeg(), 0xe1, 'Exif\0\0', 230),
    refusal: null,
  },
  {
    name: 'a JPEG with 15 MB of colour profile',
    bytes: async () => withSegments(await jpeg(), 0xe2, 'ICC_PROFILE\0\x01\xff', 230),
    refusal: null,
  },
  {
    name: 'a JPEG of a thousand scans',
    bytes: async () => scans(await photo(2_000, 2_000).jpeg({ progressive: true }).toBuffer(), 1_000),
    refusal: /./,
  },
  {
    name: 'a progressive JPEG of 49 Mpx',
    bytes: async () => resized(await photo(64, 64).jpeg({ progressive: true }).toBuffer(), 7_000, 7_000, 0xc2),
    refusal: /memory/,
  },

  { name: 'a JPEG and an archive', bytes: async () => Buffer.concat([await jpeg(), zip]), refusal: both },
  {
    name: 'a PNG and an archive',
    bytes: async () => Buffer.concat([await photo(32, 32).png().toBuffer(), zip]),
    refusal: both,
  },
  {
    name: 'a JPEG that is a PDF',
    bytes: async () => withComment(await jpeg(), '%PDF-1.7\n1 0 obj\n<<>>'),
    refusal: both,
  },
  {
    name: 'a JPEG that is a page',
    bytes: async () => withComment(await jpeg(), '<html><script>alert(1)</script>'),
    refusal: both,
  },
  {
    name: 'a GIF that is a script',
    bytes: async () => Buffer.concat([Buffer.from('GIF89a/*'), Buffer.from('*/=1;alert(1)//'), Buffer.alloc(50)]),
    refusal: damaged,
  },
  {
    name: 'a GIF and a page',
    bytes: async () => Buffer.concat([await photo(32, 32).gif().toBuffer(), Buffer.from('<!DOCTYPE html><b>x')]),
    refusal: both,
  },
  {
    name: 'a JPEG with PHP in it',
    bytes: async () => withComment(await jpeg(), '<?php system($_GET[0]); ?>'),
    refusal: both,
  },
]

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'

function heif(): Buffer {
  return Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
    Buffer.alloc(100),
  ])
}

async function encoded(format: string): Promise<Buffer> {
  // Noise in a palette takes long to make.
  const image = format === 'gif' ? photo(200, 100) : photo(900, 700)
  if (format === 'jpeg') return image.jpeg().toBuffer()
  if (format === 'png') return image.png().toBuffer()
  return format === 'webp' ? image.webp().toBuffer() : image.gif().toBuffer()
}

async function cut(format: string, part: number): Promise<Buffer> {
  const bytes = await encoded(format)
  return bytes.subarray(0, Math.max(16, Math.floor(bytes.length * part)))
}

/** The beginning is right, what follows is not. */
async function noiseIn(format: string): Promise<Buffer> {
  const bytes = await encoded(format)
  return Buffer.concat([bytes.subarray(0, format === 'jpeg' ? 3 : 16), randomBytes(5_000)])
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

function header(width: number, height: number, depth: number, colour: number, interlace = 0): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  data.set([depth, colour, 0, 0, interlace], 8)
  return data
}

const empty = chunk('IDAT', deflateSync(Buffer.alloc(40)))
const png = (...chunks: Buffer[]) =>
  Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks, chunk('IEND', Buffer.alloc(0))])

/** All of one colour: a few KB that unpack to hundreds of MB. */
function flatPng(width: number, height: number, depth: number, colour: number): Buffer {
  const channels = { 0: 1, 2: 3, 6: 4 }[colour] ?? 1
  const line = 1 + width * channels * (depth / 8)
  return png(
    chunk('IHDR', header(width, height, depth, colour)),
    chunk('IDAT', deflateSync(Buffer.alloc(height * line), { level: 9 })),
  )
}

function wrongChecksum(): Buffer {
  const bytes = flatPng(600, 400, 8, 2)
  const at = bytes.indexOf('IDAT') + 20
  bytes.writeUInt8((bytes.readUInt8(at) + 1) % 256, at)
  return bytes
}

function textBomb(type: 'zTXt' | 'iCCP'): Buffer {
  const unpacked = deflateSync(Buffer.alloc(200_000_000), { level: 9 })
  const text = chunk(type, Buffer.concat([Buffer.from('bomb\0\0', 'latin1'), unpacked]))
  const [ihdr, idat] = [chunk('IHDR', header(20, 20, 8, 0)), chunk('IDAT', deflateSync(Buffer.alloc(20 * 21)))]
  // A profile may be there once; text as often as one likes.
  return type === 'iCCP' ? png(ihdr, text, idat) : png(ihdr, ...Array.from({ length: 10 }, () => text), idat)
}

/** Says another size than it has. */
function resized(bytes: Buffer, width: number, height: number, frame = 0xc0): Buffer {
  const at = bytes.indexOf(Buffer.from([0xff, frame]))
  bytes.writeUInt16BE(height, at + 5)
  bytes.writeUInt16BE(width, at + 7)
  return bytes
}

function gifScreen(width: number, height: number): Buffer {
  const screen = Buffer.alloc(7)
  screen.writeUInt16LE(width, 0)
  screen.writeUInt16LE(height, 2)
  screen.set([0x80, 0, 0], 4)
  const frame = Buffer.alloc(10)
  frame.set([0x2c])
  frame.writeUInt16LE(width, 5)
  frame.writeUInt16LE(height, 7)
  const data = Buffer.from([2, 2, 0x4c, 0x01, 0, 0x3b])
  return Buffer.concat([Buffer.from('GIF89a'), screen, Buffer.from([0, 0, 0, 255, 255, 255]), frame, data])
}

function gifFrames(count: number): Buffer {
  const start = Buffer.concat([
    Buffer.from('GIF89a'),
    Buffer.from([0x58, 2, 0x58, 2, 0x80, 0, 0]),
    Buffer.from([0, 0, 0, 255, 255, 255]),
  ])
  const frame = Buffer.from([0x21, 0xf9, 4, 0, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4c, 0x01, 0])
  return Buffer.concat([start, ...Array.from({ length: count }, () => frame), Buffer.from([0x3b])])
}

function animatedWebp(frames: number): Promise<Buffer> {
  const raw = Buffer.alloc(64 * 64 * frames * 3, 120)
  return sharp(raw, { raw: { width: 64, height: 64 * frames, channels: 3, pageHeight: 64 } })
    .webp({ loop: 0, effort: 0 })
    .toBuffer()
}

async function webpSize(): Promise<Buffer> {
  const bytes = await photo(64, 64).webp({ lossless: true }).toBuffer()
  const at = bytes.indexOf('VP8L') + 9
  bytes.writeUInt32LE((bytes.readUInt32LE(at) & 0xf0000000) | 0x0fffffff, at)
  return bytes
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

function withSegments(bytes: Buffer, marker: number, start: string, count: number): Buffer {
  const data = Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(65_000, 1)])
  const segments = Array.from({ length: count }, () => segment(marker, data))
  return Buffer.concat([bytes.subarray(0, 2), ...segments, bytes.subarray(2)])
}

function withComment(bytes: Buffer, text: string): Buffer {
  return Buffer.concat([bytes.subarray(0, 2), segment(0xfe, Buffer.from(text, 'latin1')), bytes.subarray(2)])
}

/** The last scan again and again: each makes the decoder go over the whole picture. */
function scans(bytes: Buffer, count: number): Buffer {
  const last = bytes.lastIndexOf(Buffer.from([0xff, 0xda]))
  const scan = bytes.subarray(last, bytes.length - 2)
  return Buffer.concat([
    bytes.subarray(0, bytes.length - 2),
    ...Array.from({ length: count }, () => scan.subarray(0, 2_000)),
    bytes.subarray(-2),
  ])
}

/** An archive with a file of no length. */
const zip = Buffer.concat([
  Buffer.from('PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0x', 'latin1'),
  Buffer.from('PK\x05\x06\0\0\0\0\x01\0\x01\0\x2f\0\0\0\x1f\0\0\0\0\0', 'latin1'),
])
