import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, leastContrast, nearestReadable } from './colour.ts'
import { themeHash, themePath, themeStylesheet } from './stylesheet.ts'
import {
  accentProblem,
  defaultTheme,
  type Ground,
  grounds,
  paletteOf,
  schemes,
  surfacesOf,
  type Theme,
} from './theme.ts'

const themed = (change: Partial<Theme>): Theme => ({ ...defaultTheme, ...change })

const hues = ['#ff0000', '#ff8800', '#ffe600', '#00cc44', '#00cccc', '#2255ff', '#8800ff', '#ff00aa', '#777777']

/** A theme in this hue as the desk would let it through. */
function passing(ground: Ground, hue: string): Theme {
  const [accentLight, accentDark] = schemes.map(scheme => nearestReadable(hue, surfacesOf(ground, scheme), 4.5))
  return themed({ ground, accentLight: accentLight ?? hue, accentDark: accentDark ?? hue })
}

describe.each(grounds)('on %s paper', ground => {
  test.each(hues)('every text in %s can be read, by day and by night', hue => {
    const theme = passing(ground, hue)
    for (const scheme of schemes) {
      const p = paletteOf(theme, scheme)
      const under = [p.paper, p.surface, p.tint, p.band]
      expect(leastContrast(p.ink, [...under, p.hover])).toBeGreaterThanOrEqual(7)
      expect(contrast(p.ink, p.highlight)).toBeGreaterThanOrEqual(4.5)
      expect(leastContrast(p.inkSoft, under)).toBeGreaterThanOrEqual(4.5)
      expect(leastContrast(p.accentText, under)).toBeGreaterThanOrEqual(4.5)
      expect(leastContrast(p.accentStrong, under)).toBeGreaterThanOrEqual(7)
      expect(contrast(p.onAccent, p.accent)).toBeGreaterThanOrEqual(4.5)
      expect(leastContrast(p.glyphOn, [p.paper, p.surface, p.band])).toBeGreaterThanOrEqual(3)
      expect(leastContrast(p.controlRule, [p.paper, p.surface])).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('a colour', () => {
  test('that is too faint is refused with how faint it is and the nearest that passes', () => {
    const found = accentProblem('#ff8800', 'white', 'light')
    expect(found?.problem).toMatch(
      /^Too faint to read by day: 2\.\d to 1 .* The nearest that passes is #[0-9a-f]{6}\.$/,
    )
    expect(accentProblem(found?.nearest ?? '', 'white', 'light')).toBeNull()
  })

  test('that is none is refused in words', () => {
    expect(accentProblem('reddish', 'warm', 'light')).toEqual({
      problem: 'Write a colour as # and six figures, such as #c23a25.',
      nearest: null,
    })
  })

  test('that just fails does not read as if it passed', () => {
    expect(accentProblem('#777777', 'white', 'light')?.problem).toContain(': 4.3 to 1')
  })

  test.each(schemes)('of the default passes in %s', scheme => {
    expect(
      accentProblem(scheme === 'light' ? defaultTheme.accentLight : defaultTheme.accentDark, 'warm', scheme),
    ).toBeNull()
  })
})

describe('the stylesheet', () => {
  test('of the default is none, and no address is asked for', () => {
    expect(themeStylesheet(defaultTheme)).toBe('')
    expect(themePath(defaultTheme)).toBeNull()
  })

  test('says only what is changed', () => {
    const faces = themeStylesheet(themed({ headlineFace: 'instrument-sans' }))
    expect(faces).toContain("--font-display:'Instrument Sans'")
    expect(faces).not.toContain('--paper')
    expect(themeStylesheet(themed({ ground: 'cool' }))).not.toContain('--font')
  })

  test('has a name of its own for each look', () => {
    const looks = [
      { ground: 'cool' },
      { ground: 'white' },
      { accentDark: '#ffffff' },
      { textFace: 'device-sans' },
    ] as const
    expect(new Set(looks.map(look => themeHash(themed(look)))).size).toBe(looks.length)
    expect(themePath(themed({ ground: 'cool' }))).toMatch(/^\/theme-[0-9a-f]{12}\.css$/)
  })

  test('names only what components/tokens.css has', () => {
    const tokens = readFileSync('components/tokens.css', 'utf8')
    const sheet = themeStylesheet(themed({ ground: 'cool', accentLight: '#1144aa', textFace: 'device-serif' }))
    const names = [...sheet.matchAll(/--[a-z-]+(?=:)/g)].map(([name]) => name)
    expect(names.length).toBeGreaterThan(20)
    for (const name of names) expect(tokens).toContain(`${name}:`)
  })

  test('and the default palette is what components/tokens.css draws with', () => {
    const tokens = readFileSync('components/tokens.css', 'utf8')
    const [day, night] = [paletteOf(defaultTheme, 'light'), paletteOf(defaultTheme, 'dark')]
    for (const [name, key] of [
      ['paper', 'paper'],
      ['ink-soft', 'inkSoft'],
      ['accent', 'accent'],
      ['accent-strong', 'accentStrong'],
      ['band', 'band'],
      ['hover', 'hover'],
      ['control-rule', 'controlRule'],
    ] as const)
      expect(tokens).toContain(`--${name}: light-dark(${day[key]}, ${night[key]});`)
  })

  test('keeps text visible where a face has no thick or slanted form', () => {
    expect(themeStylesheet(themed({ headlineFace: 'newsreader' }))).toContain("strong{font-family:'Fraunces'")
    expect(themeStylesheet(themed({ textFace: 'device-sans' }))).toContain('strong{font-family:inherit;font-weight:700')
    expect(themeStylesheet(themed({ textFace: 'instrument-sans' }))).toContain('font-synthesis:style')
  })
})
