import { createHash } from 'node:crypto'
import {
  type Face,
  hasDefaultColours,
  hasDefaultFaces,
  isDefaultTheme,
  ornamentsOf,
  type Palette,
  paletteOf,
  type Scheme,
  type Theme,
} from './theme.ts'

/** "/theme-5f0c1d2e3a4b.css": its name changes with what is in it, so that it can be kept for ever. Null for the default look, which needs none. */
export function themePath(theme: Theme): string | null {
  return isDefaultTheme(theme) ? null : `/theme-${themeHash(theme)}.css`
}

/** What tells the stylesheet of one theme from that of another. */
export function themeHash(theme: Theme): string {
  return createHash('sha256').update(themeStylesheet(theme)).digest('hex').slice(0, 12)
}

/**
 * What a theme changes of components/tokens.css, as one stylesheet; empty for the default. It stands in the same layer under the same names,
 * said more strongly, so no other rule knows of themes. Print stays black on white.
 */
export function themeStylesheet(theme: Theme): string {
  return [hasDefaultColours(theme) ? '' : colourRules(theme), hasDefaultFaces(theme) ? '' : faceRules(theme)].join('')
}

/** What each colour of a palette is called in components/tokens.css. */
const names = [
  ['paper', 'paper'],
  ['surface', 'surface'],
  ['tint', 'tint'],
  ['ink', 'ink'],
  ['inkSoft', 'ink-soft'],
  ['rule', 'rule'],
  ['controlRule', 'control-rule'],
  ['glyphOff', 'glyph-off'],
  ['highlight', 'highlight'],
  ['hover', 'hover'],
  ['accent', 'accent'],
  ['accentText', 'accent-text'],
  ['accentStrong', 'accent-strong'],
  ['onAccent', 'on-accent'],
  ['glyphOn', 'glyph-on'],
  ['band', 'band'],
  ['ring', 'ring'],
  ['bandOff', 'band-off'],
] as const satisfies readonly (readonly [keyof Palette, string])[]

/** Written out for each scheme: browsers that do not know light-dark() get this file as it is. */
function colourRules(theme: Theme): string {
  const [day, night] = [coloursOf(theme, 'light'), coloursOf(theme, 'dark')]
  return [
    `@layer tokens{:root:root{${ornaments(theme)}}`,
    `@media screen{:root:root{${day}}:root:root[data-theme='dark'],:root:root [data-night]{${night}}}`,
    `@media screen and (prefers-color-scheme:dark){:root:root:not([data-theme='light']){${night}}}}\n`,
  ].join('')
}

/** The look in one scheme, whatever the device prefers: for the desk's preview, which shows both. */
export function previewStylesheet(theme: Theme, scheme: Scheme): string {
  const [shown, night] = [coloursOf(theme, scheme), coloursOf(theme, 'dark')]
  const [seen, hidden] = scheme === 'light' ? ['day', 'night'] : ['night', 'day']
  return `${hasDefaultFaces(theme) ? '' : faceRules(theme)}@layer tokens{:root:root:root{${ornaments(theme)};${shown}}:root:root:root [data-night]{${night}}}:root:root{color-scheme:${scheme}}[data-logo=${hidden}]{display:none}[data-logo=${seen}]{display:block}`
}

function coloursOf(theme: Theme, scheme: Scheme): string {
  const palette = paletteOf(theme, scheme)
  return names.map(([key, name]) => `--${name}:${palette[key]}`).join(';')
}

function ornaments(theme: Theme): string {
  return Object.entries(ornamentsOf(theme))
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';')
}

const families: Record<Face, string> = {
  fraunces: "'Fraunces','Fraunces fallback','Fraunces second fallback',Georgia,serif",
  newsreader: "'Newsreader','Newsreader fallback','Newsreader second fallback',Georgia,serif",
  'instrument-sans': "'Instrument Sans','Instrument Sans fallback',system-ui,sans-serif",
  'device-serif': "Georgia,'Times New Roman',serif",
  'device-sans': 'system-ui,sans-serif',
}

function faceRules({ headlineFace, textFace, smallFace }: Theme): string {
  const rules = [
    `@layer tokens{:root:root{--font-display:${families[headlineFace]};--font-text:${families[textFace]};--font-interface:${families[smallFace]}}}\n`,
  ]
  const isOfDevice = textFace === 'device-serif' || textFace === 'device-sans'
  // A device's faces have weights and slants of their own; of ours only Newsreader has a slanted one, and Fraunces is the only thick one.
  if (isOfDevice) rules.push('strong{font-family:inherit;font-weight:700;font-size:inherit}\n')
  else if (headlineFace !== 'fraunces') rules.push(`strong{font-family:${families.fraunces}}\n`)
  if (textFace !== 'newsreader') rules.push('html{font-synthesis:style}\n')
  return rules.join('')
}
