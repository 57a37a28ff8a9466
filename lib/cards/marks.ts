import { dialBox, emptyRing, gaugePath, sealDots, sealRing } from '#lib/ratings/dial-drawing.ts'
import { rowLength, rowReach, tile } from '#lib/ratings/glyph-tile.ts'
import { glyphInk } from '#lib/ratings/own-glyphs.ts'
import { figure, glyphRow, type Rating, ratingSentence, shareOf } from '#lib/ratings/ratings.ts'
import type { CardContent } from './cards.ts'
import { type CardColours, cardColours, glyphShape } from './ground.ts'
import { type TextImage, textImage } from './text-image.ts'

/** The rating as it is drawn on a card. */
export interface Mark {
  svg: string
  width: number
  height: number
  /** What is written in its middle. */
  inside: TextImage | null
  /** Where the sentence stands; nowhere if the mark says it all. */
  sentence: 'beside' | 'below' | 'inside'
}

const rowHeight = 78
const dialSize = 148
const stampHeight = 108

/** A row of glyphs, a dial, a seal or a stamp: the form that readers see on the review. `room` is the widest that it may be. */
export async function ratingMark(content: CardContent, room: number): Promise<Mark> {
  const { rating, sentence, language } = content
  const colours = cardColours(content.theme)
  if (!rating) return dial(emptyDial(colours), emptyRing.radius + emptyRing.width / 2, null)
  const fills = glyphRow(rating)
  if (fills && rating.unit) return row(rating.unit.glyph, fills, { room, colours })
  if (rating.scale.kind === 'verdict') return stamp(rating, sentence, { room, language, colours })
  const isGrade = rating.scale.kind === 'letter'
  const written = isGrade ? ratingSentence(rating) : figure(rating.value, language)
  const inside = await textImage(written, {
    family: 'Fraunces',
    colour: colours.ink,
    sizes: isGrade ? [64, 56, 48, 40, 32, 26, 20] : [52, 46, 40, 34, 28, 22],
    width: 92,
    height: 72,
    language,
  })
  return isGrade ? dial(seal(rating, colours), 23.1, inside) : dial(gauge(shareOf(rating), colours), 21, inside)
}

/** `reach` is how far it is drawn from the middle of its box: its drawing, not its box, begins where the words begin. */
function dial(drawing: string, reach: number, inside: TextImage | null): Mark {
  const scale = dialSize / dialBox
  const edge = dialBox / 2 - reach
  const svg = `<g transform="scale(${scale}) translate(${-edge} 0)">${drawing}</g>`
  return { svg, width: 2 * reach * scale, height: dialSize, inside, sentence: 'beside' }
}

function emptyDial(colours: CardColours): string {
  return `<circle cx="${dialBox / 2}" cy="${dialBox / 2}" r="${emptyRing.radius}" fill="none" stroke="${colours.soft}" stroke-width="${emptyRing.width}" stroke-linecap="round" stroke-dasharray="${emptyRing.dashes}"/>`
}

function gauge(share: number, colours: CardColours): string {
  const path = (reach: number, colour: string) => `<path fill="${colour}" d="${gaugePath(reach)}"/>`
  return path(1, colours.off) + (share > 0 ? path(Math.max(share, 0.01), colours.on) : '')
}

function seal({ value, scale }: Rating, colours: CardColours): string {
  const dots = sealDots(scale.labels.length).map(
    ([x, y], index) => `<circle cx="${x}" cy="${y}" r="1.1" fill="${index <= value ? colours.on : colours.off}"/>`,
  )
  return `<path fill="${colours.on}" fill-rule="evenodd" d="${sealRing}"/>${dots.join('')}`
}

/** The row as readers see it: two bars, seen through as many glyphs as the scale has. */
async function row(
  glyph: string,
  fills: number[],
  { room, colours }: { room: number; colours: CardColours },
): Promise<Mark> {
  const length = rowLength(fills)
  const [inkStart, inkEnd] = glyphInk(glyph)
  const scale = Math.min(rowHeight / tile.glyph, room / length)
  const shape = await glyphShape(glyph)
  const tiles = fills
    .map((_, index) => `<g transform="translate(${index * (tile.glyph + tile.gap)} 0)">${shape}</g>`)
    .join('')
  const bar = (reach: number, colour: string) =>
    `<rect width="${reach}" height="${tile.glyph}" fill="${colour}" mask="url(#glyphs)"/>`
  const svg = `<g transform="scale(${scale}) translate(${-inkStart} 0)"><mask id="glyphs" maskUnits="userSpaceOnUse" x="0" y="0" width="${length}" height="${tile.glyph}">${tiles}</mask>
    ${bar(length, colours.off)}${bar(rowReach(fills, glyphInk(glyph)), colours.on)}</g>`
  const width = (length - inkStart - (tile.glyph - inkEnd)) * scale
  return { svg, width, height: tile.glyph * scale, inside: null, sentence: 'below' }
}

/** "Recommended", in a frame: inked all over for the best. */
async function stamp(
  { value, scale }: Rating,
  sentence: string,
  { room, language, colours }: { room: number; language: string; colours: CardColours },
): Promise<Mark> {
  const isBest = value === scale.max
  const inside = await textImage(sentence, {
    family: 'Fraunces',
    colour: isBest ? colours.paper : colours.strong,
    sizes: [60, 52, 44, 36, 28],
    width: room - 88,
    height: stampHeight - 28,
    language,
  })
  const width = (inside?.width ?? 0) + 88
  const frame = (inset: number, fill: string, line: string, thick: number) =>
    `<rect x="${inset}" y="${inset}" width="${width - 2 * inset}" height="${stampHeight - 2 * inset}" rx="${20 - inset / 2}" fill="${fill}" stroke="${line}" stroke-width="${thick}"/>`
  const svg = isBest
    ? frame(0, colours.on, 'none', 0) + frame(8, 'none', colours.paper, 2.5)
    : frame(3, 'none', colours.on, 6)
  return { svg, width, height: stampHeight, inside, sentence: 'inside' }
}
