import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// schema.org's vocabulary, read from the declarations that schema-dts generates of it: types, what each is a kind of, which
// properties it has, and what those may hold. They are of one regular shape, so reading lines is enough.

export interface Vocabulary {
  types: ReadonlySet<string>
  /** A type and everything that it is a kind of. */
  lineage(type: string): string[]
  /** What a property of a type may hold, by names of types and data types; null where the type has no such property. */
  rangeOf(type: string, property: string): string[] | null
  /** Whether an address names a value of an enumeration, such as ItemListOrderType. */
  isMember(enumeration: string, value: string): boolean
}

interface Shape {
  parents: string[]
  properties: Map<string, string[]>
}

const file = join(import.meta.dirname, '../../node_modules/schema-dts/dist/schema.d.ts')
let read: Vocabulary | undefined

export function vocabulary(): Vocabulary {
  read ??= readVocabulary(readFileSync(file, 'utf8'))
  return read
}

function readVocabulary(source: string): Vocabulary {
  const shapes = readShapes(source)
  const types = new Set([...source.matchAll(/"@type": "([^"]+)"/g)].map(([, type = '']) => type))
  const members = new Map(
    [...source.matchAll(/^export type (\w+) = ("https:\/\/schema\.org\/.*);$/gm)].map(([, name = '', values = '']) => [
      name,
      new Set([...values.matchAll(/"(https:[^"]+)"/g)].map(([, value = '']) => value)),
    ]),
  )
  // Types that nothing is a kind of have no declaration of their own to be extended: their leaf has it all.
  const shapeOf = (type: string) => shapes.get(`${type}Base`) ?? shapes.get(`${type}Leaf`)
  const above = (type: string): string[] =>
    (shapeOf(type)?.parents ?? []).map(name => name.replace(/(?:Base|Leaf)$/, '')).filter(name => name !== type)
  const lineage = (type: string): string[] => [...new Set([type, ...above(type).flatMap(lineage)])]
  return {
    types,
    lineage,
    rangeOf: (type, property) =>
      lineage(type)
        .map(each => shapeOf(each)?.properties.get(property))
        .find(range => range !== undefined) ?? null,
    isMember: (enumeration, value) => members.get(enumeration)?.has(value) ?? false,
  }
}

function readShapes(source: string): Map<string, Shape> {
  const shapes = new Map<string, Shape>()
  let shape: Shape | null = null
  for (const line of source.split('\n')) {
    const [, name, parents] = /^(?:export )?interface (\w+) extends (.+) \{$/.exec(line) ?? []
    if (name && parents) {
      shape = { parents: parents.split(', ').filter(parent => !parent.includes('<')), properties: new Map() }
      shapes.set(name, shape)
    } else if (line === '}') shape = null
    const [, property, range] = /^ {4}"([a-zA-Z]+)"\?: SchemaValue<(.+), "[a-zA-Z]+">;$/.exec(line) ?? []
    if (shape && property && range) shape.properties.set(property, range.split(' | '))
  }
  return shapes
}
