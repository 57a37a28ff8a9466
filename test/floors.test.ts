import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

// Versions below these have known holes. `npm audit` is not available everywhere; the lockfile is.

const root = join(import.meta.dirname, '..')
const entry = z.object({
  version: z.string().optional(),
  optional: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
})
const lockfile = z.object({ packages: z.record(z.string(), entry) })
const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  engines: z.object({ node: z.string() }),
})

const floors = z.record(z.string(), z.string()).parse(read('test/floors.json'))
const { packages } = lockfile.parse(read('package-lock.json'))
const { dependencies, devDependencies, engines } = manifest.parse(read('package.json'))

describe('versions', () => {
  test('are at or above the floors, also those that other packages bring', () => {
    expect(belowFloor(packages)).toEqual([])
  })

  test('below a floor would be seen, wherever they are installed', () => {
    const found = belowFloor({
      'node_modules/sharp': { version: '0.34.9' },
      'node_modules/next-auth/node_modules/nodemailer': { version: '7.0.1' },
      'node_modules/@tiptap/core': { version: '3.31.1' },
      'node_modules/next': { version: '16.4.6-canary.3' },
      'node_modules/react': { version: '19.10.0' },
    })
    expect(found.map(line => line.split(' ')[0])).toEqual(['sharp', 'nodemailer', '@tiptap/core', 'next'])
  })

  test('are written out in package.json, so that an update is a decision', () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version),
    )
    expect(loose).toEqual([])
  })

  test('of Node begin at 20, which is enough for the first step', () => {
    expect(engines.node).toBe('>=20')
  })
})

describe('the lockfile', () => {
  test('names the packages of every platform, which `npm ci` insists on', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        name => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
      ),
    )
    expect(missing).toEqual([])
  })

  test('names no XML parser that reads document type definitions', () => {
    const parsers = ['libxmljs', 'libxmljs2', 'xmldom', '@xmldom/xmldom', 'xml2js', 'node-expat', 'libxml2-wasm']
    expect(parsers.filter(name => packages[`node_modules/${name}`])).toEqual([])
  })
})

function belowFloor(installed: Record<string, z.infer<typeof entry>>): string[] {
  return Object.entries(installed).flatMap(([path, { version = '' }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const floor = floors[name] ?? floors[name.replace(/\/.*/, '/*')]
    return path !== '' && floor && isBelow(version, floor) ? [`${name} ${version} is below ${floor} (${path})`] : []
  })
}

/** A pre-release of a version comes before it. */
function isBelow(version: string, floor: string): boolean {
  const [numbers = '', preRelease] = version.split('-')
  const have = numbers.split('.').map(Number)
  const need = floor.split('.').map(Number)
  const at = need.findIndex((number, index) => have[index] !== number)
  if (at === -1) return preRelease !== undefined
  return (have[at] ?? 0) < (need[at] ?? 0)
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), 'utf8'))
}
