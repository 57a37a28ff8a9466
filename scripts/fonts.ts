import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import subset from 'subset-font'

// npm run fonts: cuts the three families down to what the pages use, into public/fonts, and writes components/fonts.css.
// Run again only when a font or the list of characters changes; the result is committed.
//
// A review's fonts have to fit into 50 KB together, so each face is one weight (a second axis nearly doubles a file), and letters beyond
// the usual ones stand in files of their own which a browser fetches only for a page that has them.

const root = join(import.meta.dirname, '..')
const source = join(root, 'node_modules/@fontsource-variable')

// Signs that prose hardly has: a page that does have one fetches the second file.
const rare = '#$%*<=>@[\\]^_`{|}~'
const common = `${without(range(0x20, 0x7e), rare)}\u00a0–—‘’“”…·éèöü`
const accented = without(`${rare}${range(0xa1, 0xff)}†•‹›™−€ŒœıŁł`, common)
const extended = without(`${range(0x100, 0x17f)}ȘșȚț`, accented)

interface Face {
  name: string
  family: string
  file: (part: 'latin' | 'latin-ext') => string
  axes: Record<string, number>
  style: 'normal' | 'italic'
  /** Units of the em, mean width of a letter, ascent and descent: from the font's own tables. */
  metrics: { em: number; width: number; ascent: number; descent: number }
  fallback: 'Georgia' | 'Arial'
}

const faces: Face[] = [
  {
    name: 'fraunces',
    family: 'Fraunces',
    file: part => `fraunces/files/fraunces-${part}-full-normal.woff2`,
    axes: { opsz: 72, wght: 560, SOFT: 50, WONK: 0 },
    style: 'normal',
    metrics: { em: 2000, width: 962, ascent: 1956, descent: 510 },
    fallback: 'Georgia',
  },
  {
    name: 'newsreader',
    family: 'Newsreader',
    file: part => `newsreader/files/newsreader-${part}-opsz-normal.woff2`,
    axes: { opsz: 16, wght: 400 },
    style: 'normal',
    metrics: { em: 2000, width: 857, ascent: 1470, descent: 530 },
    fallback: 'Georgia',
  },
  {
    name: 'newsreader-italic',
    family: 'Newsreader',
    file: part => `newsreader/files/newsreader-${part}-opsz-italic.woff2`,
    axes: { opsz: 16, wght: 400 },
    style: 'italic',
    metrics: { em: 2000, width: 804, ascent: 1470, descent: 530 },
    fallback: 'Georgia',
  },
  {
    name: 'instrument-sans',
    family: 'Instrument Sans',
    file: part => `instrument-sans/files/instrument-sans-${part}-wght-normal.woff2`,
    axes: { wght: 500 },
    style: 'normal',
    metrics: { em: 1000, width: 465, ascent: 970, descent: 250 },
    fallback: 'Arial',
  },
]

/**
 * Faces that devices have, with others of the same measures, and the mean width of a letter over the em, upright and italic. A second choice
 * stands in for a device without the first: phones and Linux have no Georgia.
 */
const fallbacks = {
  Georgia: { names: ['Georgia', 'Gelasio'], normal: 913 / 2048, italic: 931 / 2048, second: 'Times' },
  Times: { names: ['Times New Roman', 'Liberation Serif'], normal: 832 / 2048, italic: 818 / 2048, second: null },
  Arial: { names: ['Arial', 'Helvetica', 'Liberation Sans'], normal: 913 / 2048, italic: 913 / 2048, second: null },
} as const

const folder = join(root, 'public/fonts')
mkdirSync(folder, { recursive: true })
for (const file of readdirSync(folder)) rmSync(join(folder, file))

const rules: string[] = []
const preloaded: string[] = []
for (const face of faces) {
  const usual = await cut(face, 'latin', common, '')
  rules.push(rule(face, usual, common))
  if (face.style === 'normal')
    preloaded.push(`  ${face.name.includes('-') ? `'${face.name}'` : face.name}: '/fonts/${usual}',`)
  rules.push(rule(face, await cut(face, 'latin', accented, '-accented'), accented))
  rules.push(rule(face, await cut(face, 'latin-ext', extended, '-extended'), extended))
  rules.push(fallbackRule(face, face.fallback))
  const { second } = fallbacks[face.fallback]
  if (second) rules.push(fallbackRule(face, second))
}
writeFileSync(
  join(root, 'components/fonts.css'),
  `/* Made by npm run fonts. The fallbacks take the room of the real faces, so that nothing moves when these arrive. */\n${rules.join('\n')}\n`,
)

writeFileSync(
  join(root, 'app/(site)/fonts.ts'),
  `/** The face of each family that is asked for before the stylesheet names it, where headlines or text are set in it. Made by npm run fonts. */\nexport const fontFiles = {\n${preloaded.join('\n')}\n} as const\n`,
)

async function cut(face: Face, part: 'latin' | 'latin-ext', text: string, suffix: string): Promise<string> {
  const bytes = await subset(readFileSync(join(source, face.file(part))), text, {
    targetFormat: 'woff2',
    variationAxes: face.axes,
    noLayoutClosure: true,
  })
  const name = `${face.name}${suffix}-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.woff2`
  writeFileSync(join(folder, name), bytes)
  console.log(`${name}  ${(bytes.length / 1024).toFixed(1)} KB`)
  return name
}

function rule(face: Face, file: string, text: string): string {
  return `@font-face {
  font-family: "${face.family}";
  font-style: ${face.style};
  font-weight: 400 700;
  font-display: swap;
  src: url("/fonts/${file}") format("woff2");
  unicode-range: ${unicodeRange(text)};
}`
}

function fallbackRule({ family, style, metrics, fallback }: Face, standIn: keyof typeof fallbacks): string {
  const { em, width, ascent, descent } = metrics
  const { names, [style]: standInWidth } = fallbacks[standIn]
  const size = width / em / standInWidth
  const percent = (share: number) => `${(share * 100).toFixed(2)}%`
  const local = names.map(name => `local("${style === 'italic' ? `${name} Italic` : name}")`).join(', ')
  return `@font-face {
  font-family: "${family} ${standIn === fallback ? 'fallback' : 'second fallback'}";
  font-style: ${style};
  src: ${local};
  size-adjust: ${percent(size)};
  ascent-override: ${percent(ascent / em / size)};
  descent-override: ${percent(descent / em / size)};
  line-gap-override: 0%;
}`
}

function without(letters: string, others: string): string {
  return [...letters].filter(letter => !others.includes(letter)).join('')
}

function range(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('')
}

function unicodeRange(text: string): string {
  const points = [...new Set([...text].map(letter => letter.codePointAt(0) ?? 0))].sort((a, b) => a - b)
  const runs: [number, number][] = []
  for (const point of points) {
    const last = runs.at(-1)
    if (last && point === last[1] + 1) last[1] = point
    else runs.push([point, point])
  }
  const hex = (point: number) => point.toString(16).toUpperCase().padStart(4, '0')
  return runs.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(', ')
}
