import { readFile } from 'node:fs/promises'
import { pictureFile } from '#lib/media/picture-file.ts'
import { tile } from '#lib/ratings/glyph-tile.ts'
import { glyphDrawing } from '#lib/ratings/glyphs.ts'
import { ownGlyphPath } from '#lib/ratings/own-glyphs.ts'
import { storage } from '#lib/storage/open.ts'
import { hasDefaultColours, ornamentsOf, paletteOf, type Theme } from '#lib/theme/theme.ts'

// What cards and stills are drawn on and with, as SVG.

/** What a card is coloured with. */
export interface CardColours {
  band: string
  ring: string
  ink: string
  soft: string
  strong: string
  on: string
  off: string
  paper: string
  /** The four dots of the mark around the one in ink. */
  dots: readonly [string, string, string, string]
}

/** The house by day. Empty glyphs stand on the band, and are darker than on a page. */
export function cardColours(theme: Theme): CardColours {
  const { band, ring, ink, inkSoft, accentStrong, glyphOn, surface, bandOff } = paletteOf(theme, 'light')
  const { coral, mustard } = ornamentsOf(theme)
  return {
    ...{ band, ring, ink, soft: inkSoft, strong: accentStrong, on: glyphOn, paper: surface },
    off: hasDefaultColours(theme) ? '#eaa984' : bandOff,
    dots: [coral, mustard, surface, glyphOn],
  }
}

/** A picture of so many pixels: the band of the house, whatever is given, and the line that it stands on. */
export function ground(
  { width, height }: { width: number; height: number },
  content: string,
  colours: CardColours,
): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}">
    <rect width="${width}" height="${height}" fill="${colours.band}"/>${content}
    <rect y="${height - 14}" width="${width}" height="14" fill="${colours.on}"/></svg>`)
}

/** The rings of a low sun, from the innermost. */
export function sun(
  x: number,
  y: number,
  { first, apart, rings, colour }: { first: number; apart: number; rings: number; colour: string },
): string {
  const circles = Array.from(
    { length: rings },
    (_, index) => `<circle cx="${x}" cy="${y}" r="${first + index * apart}"/>`,
  )
  return `<g fill="none" stroke="${colour}" stroke-width="${Math.round(apart * 0.36)}">${circles.join('')}</g>`
}

/** The publication's mark, in a box of 24 by 24: five, as a die shows it. */
export function houseMark({ ink, dots: [first, second, third, fourth] }: CardColours): string {
  const places = [
    [4.5, 4.5, first],
    [19.5, 4.5, second],
    [12, 12, ink],
    [4.5, 19.5, third],
    [19.5, 19.5, fourth],
  ]
  return places.map(([x, y, colour]) => `<circle cx="${x}" cy="${y}" r="4.5" fill="${colour}"/>`).join('')
}

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
