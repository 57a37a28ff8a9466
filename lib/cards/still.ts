import sharp from 'sharp'
import { cardSize } from '#lib/media/pictures.ts'
import { tile } from '#lib/ratings/glyph-tile.ts'
import type { Rating } from '#lib/ratings/ratings.ts'
import { defaultTheme, type Theme } from '#lib/theme/theme.ts'
import { cardColours, glyphShape, ground, houseMark, sun } from './ground.ts'

const { width, height } = cardSize
const shapeSize = 300

/** The still of a review that has no picture: what its work was counted in, before a sun, without a word. A PNG of 1200 × 675. */
export async function drawStill(rating: Rating | null, theme: Theme = defaultTheme): Promise<Buffer> {
  const colours = cardColours(theme)
  const shape = rating?.unit
    ? `<mask id="glyph">${await glyphShape(rating.unit.glyph)}</mask><rect width="${tile.glyph}" height="${tile.glyph}" fill="${colours.on}" mask="url(#glyph)"/>`
    : houseMark(colours)
  // Of what is above the line.
  const middle = { x: width / 2, y: (height - 14) / 2 }
  return sharp(
    ground(
      cardSize,
      `${sun(middle.x, middle.y, { first: 240, apart: 84, rings: 7, colour: colours.ring })}
      <g transform="translate(${middle.x - shapeSize / 2} ${middle.y - shapeSize / 2}) scale(${shapeSize / tile.glyph})">${shape}</g>`,
      colours,
    ),
  )
    .png({ compressionLevel: 6, palette: true })
    .toBuffer()
}
