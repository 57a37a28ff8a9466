import type { Glyph } from './glyphs.ts'

/** A glyph stands in a box of 24 by 24; in a row, 4 are left between two. */
export const tile = { glyph: 24, gap: 4 } as const

/** One glyph as a tile that repeats along a row: used as a mask, so only its opacity matters. */
export function glyphTile({ body, tone }: Glyph): string {
  const pale = tone ? `<path opacity=".42" d="${tone}"/>` : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${tile.glyph + tile.gap} ${tile.glyph}" fill-rule="evenodd"><path d="${body}"/>${pale}</svg>\n`
}

/**
 * How far a row of fills reaches, in the units of the tiles: whole glyphs with their gaps, then the part of the next one, measured over its
 * drawing rather than its box, so that half a key is half of the key.
 */
export function rowReach(fills: number[], [start, end]: Glyph['ink']): number {
  const whole = fills.filter(fill => fill === 1).length
  const part = fills.find(fill => fill > 0 && fill < 1)
  return whole * (tile.glyph + tile.gap) + (part === undefined ? 0 : start + part * (end - start))
}

/** How long a row is. */
export function rowLength(fills: number[]): number {
  return fills.length * (tile.glyph + tile.gap) - tile.gap
}
