import { type Finding, Graph, isNode, isReference, type Node, typeOf, valuesOf } from './nodes.ts'
import { type Vocabulary, vocabulary } from './vocabulary.ts'

// Whether a graph speaks schema.org's language: every type exists, every property belongs to it and holds what it may hold.

/** ISO 8601, as precise as is known; a time has its offset. */
const isoDate = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/

const dataTypes: Record<string, (value: unknown) => boolean> = {
  Text: value => typeof value === 'string',
  URL: value => typeof value === 'string' && URL.canParse(value),
  Date: value => typeof value === 'string' && isoDate.test(value),
  DateTime: value => typeof value === 'string' && isoDate.test(value) && value.includes('T'),
  Number: value => typeof value === 'number' && Number.isFinite(value),
  Integer: Number.isInteger,
  Boolean: value => typeof value === 'boolean',
}

/** What is no schema.org in a graph. Everything is an error: a machine drops what it does not know without a word. */
export function vocabularyFindings(nodes: unknown): Finding[] {
  const graph = new Graph(nodes)
  return graph.nodes.flatMap(({ node, where }) =>
    nodeFindings(node, graph).map(({ at, says }) => ({ level: 'error' as const, where: where + at, says })),
  )
}

interface Said {
  at: string
  says: string
}

function nodeFindings(node: Node, graph: Graph): Said[] {
  if (isReference(node))
    return graph.follow(node) ? [] : [{ at: '', says: `points at ${node['@id']}, which is not in the graph` }]
  const words = vocabulary()
  const type = typeOf(node)
  if (!words.types.has(type)) return [{ at: '', says: `“${type}” is no type of schema.org` }]
  return Object.entries(node).flatMap(([property, held]): Said[] => {
    const at = `.${property}`
    if (property === '@type') return []
    if (property === '@id') return dataTypes.URL?.(held) ? [] : [{ at, says: 'is no absolute address' }]
    const range = words.rangeOf(type, property) ?? roleRange(type, property, words)
    if (!range) return [{ at, says: `a ${type} has no such property` }]
    const values = valuesOf(held)
    if (values.length === 0) return [{ at, says: 'is an empty list' }]
    return values
      .filter(value => !isHeld(value, range, graph, words))
      .map(value => ({ at, says: `${shown(value)} is not ${range.join(' or ')}` }))
  })
}

/** A role stands between a property and its value, and has that property itself. */
function roleRange(type: string, property: string, words: Vocabulary): string[] | null {
  const isRole = words.lineage(type).includes('Role')
  return isRole && property === 'actor' ? ['Person', 'PerformingGroup'] : null
}

function isHeld(value: unknown, range: string[], graph: Graph, words: Vocabulary): boolean {
  if (value === '' || value === null) return false
  if (!isNode(value))
    return range.some(
      name =>
        dataTypes[name]?.(value) ||
        (typeof value === 'string' && words.isMember(name, value)) ||
        // An address is a reference to the thing that it is the address of: "item" of a breadcrumb.
        (name === 'Thing' && dataTypes.URL?.(value)),
    )
  const node = graph.follow(value)
  // Reported where it stands.
  if (!node) return true
  const lineage = words.lineage(typeOf(node))
  return range.some(name => lineage.includes(name)) || range.includes('Thing') || lineage.includes('Role')
}

function shown(value: unknown): string {
  return isNode(value) ? `a ${typeOf(value)}` : JSON.stringify(value)
}
