import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'

export type Import = {
  /** A path from the root for our own modules (`lib/works/works.ts`), else the package. */
  from: string
  /** Erased before it runs. */
  isType: boolean
}
export type Source = {
  path: string
  /** Without comments, so that a rule may be named where it is kept. */
  text: string
  imports: Import[]
  lines: number
  /** Begins with a comment. */
  hasHead: boolean
}

const root = join(import.meta.dirname, '..')
const FOLDERS = ['app', 'components', 'lib', 'server', 'scripts', 'prisma', 'e2e', 'test', 'bench']

/** Every source file of the project, without what is generated. */
export function readSources(): Source[] {
  const files = FOLDERS.flatMap(folder => walk(join(root, folder)))
  const atRoot = readdirSync(root, { withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(root, entry.name))
  return [...files, ...atRoot]
    .filter(path => /\.(ts|tsx|js|mjs|css)$/.test(path) && !path.endsWith('next-env.d.ts'))
    .map(path => source(relative(root, path), readFileSync(path, 'utf8')))
}

/** A file as the rules see it; self-tests make them up. */
export function source(path: string, text: string): Source {
  const code = withoutComments(text)
  const imports = path.endsWith('.css') ? [] : [...code.matchAll(IMPORT)].map(match => toImport(path, match))
  return { path, text: code, imports, lines: text.split('\n').length, hasHead: /^\s*\/[/*]/.test(text) }
}

/** The modules that run because this one does, itself included: type imports are erased and do not count. */
export function reachable(start: Source, all: Map<string, Source>): Source[] {
  const seen = new Set<Source>()
  const visit = (file: Source) => {
    if (seen.has(file)) return
    seen.add(file)
    for (const { from, isType } of file.imports) {
      const next = isType ? undefined : all.get(from)
      if (next) visit(next)
    }
  }
  visit(start)
  return [...seen]
}

// `import x from 'y'`, `import 'y'`, `export … from 'y'` and `import('y')`, over several lines.
const IMPORT =
  /\b(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]*?\bfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

function toImport(path: string, [, type, from, dynamic]: RegExpExecArray): Import {
  const name = from ?? dynamic ?? ''
  if (name.startsWith('#')) return { from: name.slice(1), isType: Boolean(type) }
  if (name.startsWith('.')) return { from: normalize(join(dirname(path), name)), isType: Boolean(type) }
  return { from: name, isType: Boolean(type) }
}

/** Comments begin after white space or a bracket, so that an address or `image/*` in a string stays whole. Lines keep their numbers. */
function withoutComments(text: string): string {
  const blank = (comment: string) => comment.replace(/[^\n]/g, '')
  return text.replace(/(?<=^|[\s({,;])\/\*[\s\S]*?\*\//g, blank).replace(/(?<=^|\s)\/\/[^\n]*/g, '')
}

function walk(path: string): string[] {
  if (!existsSync(path)) return []
  return readdirSync(path, { withFileTypes: true }).flatMap(entry => {
    if (entry.name === 'node_modules' || entry.name === 'generated') return []
    return entry.isDirectory() ? walk(join(path, entry.name)) : [join(path, entry.name)]
  })
}
