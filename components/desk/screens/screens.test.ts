import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { roles } from '#lib/auth/policy.ts'
import { isFor, screenAt, screens } from './screens.ts'

const root = join(import.meta.dirname, '../../..')

/** The addresses of the desk's pages for people who are signed in, from its folders. The page of what is not found is none. */
const pages = globSync('app/desk/**/page.tsx', { cwd: root })
  .filter(file => !file.includes('(door)') && !file.includes('[...'))
  .map(file => `/${file.replace('/page.tsx', '').replace('app/', '').replace('/(shell)', '')}`)

describe('the screens', () => {
  test('are the pages of the desk, each once', () => {
    expect(screens.map(({ path }) => path).toSorted()).toEqual(pages.toSorted())
  })

  test.each(screens.map(screen => [screen.path, screen] as const))('%s explains itself', (_, { name, help }) => {
    expect(name).toMatch(/^[A-Z]/)
    expect(help.length).toBeGreaterThan(0)
    for (const text of help) expect(text).toMatch(/^.{40,420}[.?!]$/s)
  })

  test('are found by address, what is written out before what stands for anything', () => {
    expect(screenAt('/desk')?.name).toBe('Home')
    expect(screenAt('/desk/scales/glyphs')?.name).toBe('Glyphs')
    expect(screenAt('/desk/scales/five')?.name).toBe('A scale')
    expect(screenAt('/desk/reviews/0199c0de-0000-7000-8000-000000000001/history')?.name).toBe('History of a review')
    expect(screenAt('/desk/nowhere')).toBeUndefined()
  })

  test('that only owners use are offered to nobody else', () => {
    const settings = screens.filter(({ path }) => path.startsWith('/desk/settings'))
    expect(roles.filter(role => settings.every(screen => isFor(role, screen)))).toEqual(['owner'])
    expect(roles.filter(role => settings.some(screen => isFor(role, screen)))).toEqual(['owner'])
  })
})
