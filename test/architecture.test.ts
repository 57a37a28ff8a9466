import { describe, expect, test } from 'vitest'
import { rules } from './rules.ts'
import { readSources, source } from './sources.ts'

const files = readSources()

describe('the architecture', () => {
  test('is read from the files that there are', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(files.find(file => file.path === 'lib/db/client.ts')?.imports).toContainEqual({
      from: 'lib/env.ts',
      isType: false,
    })
  })

  for (const rule of rules)
    describe(rule.says, () => {
      test('holds', () => expect(rule.check(files)).toEqual([]))

      test('would be seen to break', () => {
        const broken = Object.entries(rule.broken).map(([path, text]) => source(path, text))
        expect(rule.check(broken)).toHaveLength(1)
      })
    })
})

describe('imports', () => {
  test('are seen in every form, and types are told apart', () => {
    const text = `import a from './a.ts'
import type { B } from '#lib/b.ts'
import {
  c,
} from "c/d"
import './e.css'
export { f } from './f.ts'
// import g from 'g'
const h = await import('../h.ts')`
    expect(source('lib/x/y.ts', text).imports).toEqual([
      { from: 'lib/x/a.ts', isType: false },
      { from: 'lib/b.ts', isType: true },
      { from: 'c/d', isType: false },
      { from: 'lib/x/e.css', isType: false },
      { from: 'lib/x/f.ts', isType: false },
      { from: 'lib/h.ts', isType: false },
    ])
  })
})
