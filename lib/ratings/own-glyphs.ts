import { tile } from './glyph-tile.ts'
import { type Glyph, glyphDrawing } from './glyphs.ts'

// Glyphs that the house has made of pictures. A key says which file is drawn and how wide the drawing is, so a score that was given
// with one needs nothing else to be drawn for ever, whatever the glyph is called meanwhile.

/** A glyph as the desk offers it. */
export type NamedGlyph = { key: string; name: string }

/** The widest and highest that a drawing is in its box of 24. */
export const largestDrawing = 22

const form = /^own-[a-z0-9-]{1,40}-(\d{1,2})$/

/** The key of a new glyph: what it is called, something that nobody has, and how wide it is drawn. */
export function ownGlyphKey(slug: string, random: string, width: number): string {
  return `own-${slug.slice(0, 28).replace(/-+$/, '')}-${random}-${width}`
}

/** Where the drawing of such a glyph is: white on nothing, to be seen through. Null for built-in glyphs. */
export function ownGlyphPath(key: string): string | null {
  return form.test(key) ? `/media/${key}.png` : null
}

/** Where the drawing begins and ends across its box, for built-in glyphs and the house's own. */
export function glyphInk(key: string): Glyph['ink'] {
  const width = Number(form.exec(key)?.[1])
  return width ? [(tile.glyph - width) / 2, (tile.glyph + width) / 2] : glyphDrawing(key).ink
}
