import { expect, test } from 'vitest'
import { readSources } from './sources.ts'

// A page that runs from right to left is the same stylesheet: what says left or right stands on the wrong side of it.

/** What is drawn, and turned by a rule of its own where it has to be. */
const allowed: Record<string, string[]> = {
  // The chevron of a select: its mirror image stands below it.
  'components/ui/select.module.css': ['background-position'],
  // The arrow of a summary, which is turned by 45 degrees.
  'components/site/facets.module.css': ['border-width'],
  // Both ends of a strip fade alike.
  'components/desk/rail.module.css': ['mask-image'],
}

const sided =
  /^(margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right)(-|$)|^(left|right)$|^border-(top|bottom)-(left|right)-radius$/
const sidedValue = /(^|[\s,(])(left|right)([\s,)]|$)/
const shorthands = /^(margin|padding|inset|border-width|border-style|border-color|scroll-margin|scroll-padding)$/

function sidedDeclarations(css: string): string[] {
  const plain = css.replace(/url\([^)]*\)|'[^']*'|"[^"]*"/g, '')
  return [...plain.matchAll(/([a-z-]+)\s*:\s*([^;{}]+)[;}]/g)].flatMap(([, property = '', value = '']) => {
    const parts = value.trim().split(/\s+(?![^(]*\))/)
    const isUneven = parts.length === 4 && parts[1] !== parts[3]
    const isUnevenRound =
      property === 'border-radius' && parts.length > 1 && !value.includes('/') && new Set(parts).size > 1
    const isSided =
      sided.test(property) || sidedValue.test(value) || (shorthands.test(property) && isUneven) || isUnevenRound
    return isSided ? [property] : []
  })
}

test('what says left or right is seen', () => {
  const seen = (css: string) => sidedDeclarations(`.a { ${css} }`)
  for (const css of [
    'margin-left: 1rem;',
    'left: 0;',
    'text-align: right;',
    'float: left;',
    'padding: 0 1rem 0 0;',
    'border-left: 1px solid;',
    'border-top-left-radius: 1rem;',
    'border-radius: 1rem 0 0 1rem;',
    'background: url(a.svg) right center;',
    'background: linear-gradient(to right, red, blue)',
  ])
    expect([css, seen(css).length]).toEqual([css, 1])
  for (const css of [
    'margin-inline-start: 1rem;',
    'inset: 0;',
    'text-align: start;',
    'padding: 0 1rem 1rem;',
    'padding: 1rem 0 2rem 0;',
    'border-radius: 1rem;',
    "content: 'to the right';",
    'grid-area: left-of;',
  ])
    expect([css, seen(css)]).toEqual([css, []])
})

test('no stylesheet says left or right', () => {
  const sheets = readSources().filter(({ path }) => /^(app|components)\/.*\.css$/.test(path))
  const found = sheets.flatMap(({ path, text }) =>
    sidedDeclarations(text)
      .filter(property => !allowed[path]?.includes(property))
      .map(property => `${path}: ${property}`),
  )
  expect(sheets.length).toBeGreaterThan(40)
  expect(found).toEqual([])
})
