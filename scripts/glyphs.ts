import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { glyphTile } from '#lib/ratings/glyph-tile.ts'
import { glyphs } from '#lib/ratings/glyphs.ts'

// npm run glyphs: writes each glyph of lib/ratings/glyphs.ts as a tile for the rows of RatingMark, and the classes that name them.
// Run again when a glyph is drawn or changed; a test says when that was forgotten.

const folder = join(import.meta.dirname, '../components/review/glyphs')
mkdirSync(folder, { recursive: true })
const rules = Object.entries(glyphs).map(([key, glyph]) => {
  writeFileSync(join(folder, `${key}.svg`), glyphTile(glyph))
  return `  .${key} {\n    mask-image: url("./${key}.svg");\n  }`
})
writeFileSync(
  join(folder, 'glyphs.module.css'),
  `/* Made by npm run glyphs. */\n@layer components {\n${rules.join('\n\n')}\n}\n`,
)
