import { readFile } from 'node:fs/promises'
import { pictureFile } from '#lib/media/picture-file.ts'
import { tile } from '#lib/ratings/glyph-tile.ts'
import { glyphDrawing } from '#lib/ratings/glyphs.ts'
import { ownGlyphPath } from '#lib/ratings/own-glyphs.ts'
import { storage } from '#lib/storage/open.ts'

// What cards and stills are drawn on and with, as SVG.

/** The house by day: components/tokens.css. */
export const colours = {
  band: '#f9cdaf',
  ring: '#f5bc98',
  ink: '#2b2024',
  soft: '#5c484c',
  strong: '#8f2513',
  on: '#d8452e',
  off: '#eaa984',
  paper: '#fffaf2',
}

/** A picture of so many pixels: the band of the house, whatever is given, and the line that it stands on. */
export function ground({ width, height }: { width: number; height: number }, content: string): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}">
    <rect width="${width}" height="${height}" fill="${colours.band}"/>${content}
    <rect y="${height - 14}" width="${width}" height="14" fill="${colours.on}"/></svg>`)
}

/** The rings of a low sun, from the innermost. */
export function sun(
  x: number,
  y: number,
  { first, apart, rings }: { first: number; apart: number; rings: number },
): string {
  const circles = Array.from(
    { length: rings },
    (_, index) => `<circle cx="${x}" cy="${y}" r="${first + index * apart}"/>`,
  )
  return `<g fill="none" stroke="${colours.ring}" stroke-width="${Math.round(apart * 0.36)}">${circles.join('')}</g>`
}

/** The publication's mark, in a box of 24 by 24: five, as a die shows it. */
export const houseMark = [
  [4.5, 4.5, '#f2765c'],
  [19.5, 4.5, '#e0a52e'],
  [12, 12, colours.ink],
  [4.5, 19.5, '#fffaf2'],
  [19.5, 19.5, colours.on],
]
  .map(([x, y, colour]) => `<circle cx="${x}" cy="${y}" r="4.5" fill="${colour}"/>`)
  .join('')

/** A glyph in its box of 24 by 24, white on nothing, to be seen through: one of the set, or the house's own from its file. */
export async function glyphShape(glyph: string): Promise<string> {
  const own = ownGlyphPath(glyph)
  const file = own && pictureFile(own.slice('/media/'.length))
  const local =
    file &&
    (await storage()
      .local(file.key)
      .catch(() => null))
  const picture = local && (await readFile(local).catch(() => null))
  if (picture)
    return `<image width="${tile.glyph}" height="${tile.glyph}" xlink:href="data:image/png;base64,${picture.toString('base64')}"/>`
  const { body, tone } = glyphDrawing(glyph)
  const pale = tone ? `<path opacity="0.42" d="${tone}"/>` : ''
  return `<g fill="#fff" fill-rule="evenodd"><path d="${body}"/>${pale}</g>`
}
