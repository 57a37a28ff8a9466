import { closeSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'

// Which signs the faces of the cards have a shape for, by their own tables, so that a face that is put into the folder counts.

/** Where the faces and their configuration lie. The server runs in the root of the repository. */
export const facesFolder = join(process.cwd(), 'lib/cards/fonts')

/** Whether a sign can be drawn; a box would stand for any other. */
export function hasShape(codePoint: number): boolean {
  covered ??= readFaces()
  return covered[codePoint] === 1
}

let covered: Uint8Array | undefined

function readFaces(): Uint8Array {
  const signs = new Uint8Array(0x110000)
  for (const file of readdirSync(facesFolder))
    if (/\.(?:ttf|otf)$/.test(file)) addSigns(readTable(join(facesFolder, file), 'cmap'), signs)
  return signs
}

/** A table of a font, without reading the rest of it: https://learn.microsoft.com/typography/opentype/spec/otff */
function readTable(path: string, name: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const read = (at: number, length: number) => {
      const bytes = Buffer.alloc(length)
      readSync(file, bytes, 0, length, at)
      return bytes
    }
    const count = read(4, 2).readUInt16BE()
    const directory = read(12, count * 16)
    for (let at = 0; at < directory.length; at += 16)
      if (directory.toString('latin1', at, at + 4) === name)
        return read(directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12))
    throw new Error(`${path} has no table ${name}`)
  } finally {
    closeSync(file)
  }
}

/** https://learn.microsoft.com/typography/opentype/spec/cmap: formats 4 and 12 are the two that all of them have. */
function addSigns(cmap: Buffer, signs: Uint8Array): void {
  for (let record = 0; record < cmap.readUInt16BE(2); record++) {
    const at = cmap.readUInt32BE(4 + record * 8 + 4)
    const format = cmap.readUInt16BE(at)
    if (format === 12)
      for (let group = 0; group < cmap.readUInt32BE(at + 12); group++) {
        const start = at + 16 + group * 12
        signs.fill(1, cmap.readUInt32BE(start), cmap.readUInt32BE(start + 4) + 1)
      }
    if (format === 4) {
      const twice = cmap.readUInt16BE(at + 6)
      for (let segment = 0; segment < twice; segment += 2) {
        const end = cmap.readUInt16BE(at + 14 + segment)
        if (end < 0xffff) signs.fill(1, cmap.readUInt16BE(at + 16 + twice + segment), end + 1)
      }
    }
  }
}
