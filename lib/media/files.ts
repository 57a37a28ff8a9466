import { randomBytes } from 'node:crypto'

// What an upload is, by its bytes. Nothing here decodes anything.

/** A file that cannot be a picture here; the message is for the person who uploaded it. */
export class UnusablePicture extends Error {}

/** The largest upload, in bytes. */
export const largestUpload = 20 * 1024 * 1024

export const notAPicture = 'This is not a JPEG, PNG, WebP or GIF picture.'
export const tooLarge = 'The file is larger than 20 MB. Make it smaller and try again.'

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
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return `${words || 'picture'}-${randomBytes(6).toString('hex')}`
}

/** The words of a name of ours, without what nobody can guess: a hint for another. */
export function hintOf(name: string): string {
  return name.replace(/-[0-9a-f]{12}$/, '')
}

/** Where an archive says that it ends may lie this far before the end of the file: its comment has at most 64 KB. */
const endOfArchive = 66_000

/**
 * What a picture is besides a picture, such as "an archive"; null for most. Such files are made to be taken for one thing by whoever checks
 * and for another by whoever opens them. Cameras put much after the end of a picture, so only what would be opened counts.
 */
export function whatElse(bytes: Uint8Array): string | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Readers of PDF look for its mark in the first 1,024 bytes.
  if (file.subarray(0, 1_100).includes('%PDF-')) return 'a PDF'
  if (hasArchive(file.subarray(-endOfArchive))) return 'an archive'
  const text = file.toString('latin1')
  if (/<(?:html|script|iframe|svg)[\s>]|<!doctype\s+html|<\?php\s/i.test(text)) return 'a web page'
  return null
}

/** The record at the end of a ZIP file, whose comment must reach to the end of the file. */
function hasArchive(tail: Buffer): boolean {
  const mark = Buffer.from('PK\x05\x06', 'latin1')
  for (let at = tail.indexOf(mark); at >= 0; at = tail.indexOf(mark, at + 1)) {
    if (at + 22 <= tail.length && tail.readUInt16LE(at + 20) <= tail.length - at - 22) return true
  }
  return false
}
