import { isColour, leastContrast, mix, nearestReadable, tone } from './colour.ts'

// How the publication looks: the paper it stands on, its colour by day and by night, and its faces. Pure.

export const grounds = ['warm', 'white', 'cool'] as const
export type Ground = (typeof grounds)[number]

export const faces = ['fraunces', 'newsreader', 'instrument-sans', 'device-serif', 'device-sans'] as const
export type Face = (typeof faces)[number]

/** Fraunces has one weight, that of headlines. */
export const textFaces = ['newsreader', 'instrument-sans', 'device-serif', 'device-sans'] as const
export type TextFace = (typeof textFaces)[number]

export interface Theme {
  ground: Ground
  /** The colour of links, buttons and ratings, by day and by night: "#c23a25". */
  accentLight: string
  accentDark: string
  headlineFace: Face
  textFace: TextFace
  /** Of menus, bylines and small print. */
  smallFace: TextFace
}

/** As components/tokens.css has it. */
export const defaultTheme: Theme = {
  ground: 'warm',
  accentLight: '#c23a25',
  accentDark: '#f58a70',
  headlineFace: 'fraunces',
  textFace: 'newsreader',
  smallFace: 'instrument-sans',
}

export const schemes = ['light', 'dark'] as const
export type Scheme = (typeof schemes)[number]

/** The colours that a page is made of, in one scheme. */
export interface Palette {
  paper: string
  surface: string
  tint: string
  ink: string
  inkSoft: string
  rule: string
  controlRule: string
  glyphOff: string
  highlight: string
  hover: string
  accent: string
  accentText: string
  accentStrong: string
  onAccent: string
  glyphOn: string
  band: string
  ring: string
  /** An empty glyph on a band. */
  bandOff: string
}

type Paper = Omit<
  Palette,
  'accent' | 'accentText' | 'accentStrong' | 'onAccent' | 'glyphOn' | 'band' | 'ring' | 'bandOff'
>

const papers: Record<Ground, Record<Scheme, Paper>> = {
  warm: {
    light: paperOf('#fbf3e7 #fffaf2 #f6e5d3 #2b2024 #5c484c #e3d0bd #93777a #ecd3be #f9dfa4 #f3e2d0'),
    dark: paperOf('#24152a #2e1c35 #3a2441 #f8ecdf #cdb9bf #4d3655 #927a98 #563b5c #6b4a1e #3c2645'),
  },
  white: {
    light: paperOf('#fcfcfa #ffffff #f2f1ee #1f1f22 #55555c #dcdad5 #838188 #dddad5 #f9e7a0 #efeeea'),
    dark: paperOf('#17171a #202024 #2a2a2f #f3f2ef #bdbbc1 #3d3c42 #86848c #47464d #5d4a12 #2c2c31'),
  },
  cool: {
    light: paperOf('#f3f6f8 #fbfdfe #e4ebf0 #1c252c #46555f #c9d5dd #70838e #cdd9e0 #f5e6a8 #e2e9ee'),
    dark: paperOf('#111a21 #18242d #21303b #eef3f6 #b3c3cd #334653 #7890a0 #3a4e5c #5a4a18 #22313c'),
  },
}

/** A ground's colours, written in a row. */
function paperOf(colours: string): Paper {
  const [paper = '', surface = '', tint = '', ink = '', inkSoft = '', ...others] = colours.split(' ')
  const [rule = '', controlRule = '', glyphOff = '', highlight = '', hover = ''] = others
  return { paper, surface, tint, ink, inkSoft, rule, controlRule, glyphOff, highlight, hover }
}

/** What the default is drawn with, where it is more than could be worked out. */
const drawn: Record<Scheme, Omit<Palette, keyof Paper>> = {
  light: {
    accent: '#c23a25',
    accentText: '#a82f1c',
    accentStrong: '#8f2513',
    onAccent: '#fffaf2',
    glyphOn: '#d8452e',
    band: '#f9cdaf',
    ring: '#f5bc98',
    bandOff: '#eeb08b',
  },
  dark: {
    accent: '#f58a70',
    accentText: '#f9a48f',
    accentStrong: '#ffb9a8',
    onAccent: '#2a1018',
    glyphOn: '#f58a70',
    band: '#44213f',
    ring: '#57304f',
    bandOff: '#6b3f62',
  },
}

/** WCAG 2.2, 1.4.3: text of ordinary size. */
export const readable = 4.5
/** 1.4.6, for the words that stand on a band. */
const wellReadable = 7

/** All colours of a theme in a scheme. */
export function paletteOf(theme: Theme, scheme: Scheme): Palette {
  const paper = papers[theme.ground][scheme]
  const accent = accentOf(theme, scheme)
  if (theme.ground === 'warm' && accent === accentOf(defaultTheme, scheme)) return { ...paper, ...drawn[scheme] }
  const band = mix(paper.paper, accent, scheme === 'light' ? 0.2 : 0.18)
  const under = [paper.paper, paper.surface, paper.tint, band]
  return {
    ...paper,
    accent,
    accentText: nearestReadable(accent, under, readable),
    accentStrong: nearestReadable(accent, under, wellReadable),
    onAccent: nearestReadable(paper.surface, [accent], readable),
    glyphOn: nearestReadable(accent, [paper.paper, paper.surface, band], 3),
    band,
    ring: mix(band, accent, 0.14),
    bandOff: mix(band, accent, 0.32),
  }
}

/** What a colour stands on in a scheme. */
export function surfacesOf(ground: Ground, scheme: Scheme): [paper: string, surface: string] {
  const { paper, surface } = papers[ground][scheme]
  return [paper, surface]
}

/**
 * Why a colour cannot be the accent on this ground, or null: no colour, or under the 4.5 of WCAG 2.2's 1.4.3 against the paper or what
 * lies on it. `nearest` passes, and is the least different one of its hue.
 */
export function accentProblem(
  colour: string,
  ground: Ground,
  scheme: Scheme,
): { problem: string; nearest: string | null } | null {
  if (!isColour(colour)) return { problem: 'Write a colour as # and six figures, such as #c23a25.', nearest: null }
  const surfaces = surfacesOf(ground, scheme)
  const least = leastContrast(colour, surfaces)
  if (least >= readable) return null
  const nearest = nearestReadable(colour, surfaces, readable)
  const when = scheme === 'light' ? 'by day' : 'by night'
  // Down, so that what is refused never reads as what would pass.
  const figure = (Math.floor(least * 10) / 10).toFixed(1)
  return {
    problem: `Too faint to read ${when}: ${figure} to 1 against the paper, and text needs ${readable} to 1. The nearest that passes is ${nearest}.`,
    nearest,
  }
}

export function isDefaultTheme(theme: Theme): boolean {
  return hasDefaultColours(theme) && hasDefaultFaces(theme)
}

export function hasDefaultColours({ ground, accentLight, accentDark }: Theme): boolean {
  return (
    ground === defaultTheme.ground && accentLight === defaultTheme.accentLight && accentDark === defaultTheme.accentDark
  )
}

export function hasDefaultFaces({ headlineFace, textFace, smallFace }: Theme): boolean {
  return (
    headlineFace === defaultTheme.headlineFace &&
    textFace === defaultTheme.textFace &&
    smallFace === defaultTheme.smallFace
  )
}

/** The theme's part of the settings. */
export function themeOf({ ground, accentLight, accentDark, headlineFace, textFace, smallFace }: Theme): Theme {
  return { ground, accentLight, accentDark, headlineFace, textFace, smallFace }
}

/** The colours that ornaments are drawn in, day and night: the same five names as in components/tokens.css. */
export function ornamentsOf({
  accentLight,
}: Theme): Record<'coral' | 'peach' | 'tomato' | 'mustard' | 'peach-deep', string> {
  if (accentLight === defaultTheme.accentLight)
    return { coral: '#f2765c', peach: '#f9c6a5', tomato: '#d8452e', mustard: '#e0a52e', 'peach-deep': '#f0a37c' }
  return {
    coral: tone(accentLight, 0.7),
    peach: tone(accentLight, 0.87),
    tomato: tone(accentLight, 0.6),
    mustard: tone(accentLight, 0.76, 45),
    'peach-deep': tone(accentLight, 0.79),
  }
}

function accentOf({ accentLight, accentDark }: Theme, scheme: Scheme): string {
  return scheme === 'light' ? accentLight : accentDark
}
