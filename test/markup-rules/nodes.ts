// Nodes of a graph, as whoever reads a page finds them: JSON that promises nothing.

export type Node = { readonly [property: string]: unknown }

/** What is wrong, and where: "Article.author[0].name". */
export interface Finding {
  level: 'error' | 'warning'
  where: string
  says: string
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** One value or several, as several. */
export function valuesOf(value: unknown): unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

export function typeOf(node: Node): string {
  return typeof node['@type'] === 'string' ? node['@type'] : ''
}

/** A node that only points at another. */
export function isReference(node: Node): boolean {
  return Object.keys(node).length === 1 && '@id' in node
}

/** Every node of a graph with its path, those inside others included. */
export function* everyNode(value: unknown, where = ''): Generator<{ node: Node; where: string }> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* everyNode(each, `${where}[${index}]`)
    return
  }
  if (!isNode(value)) return
  const here = where === '' || /^\[\d+\]$/.test(where) ? typeOf(value) || where : where
  yield { node: value, where: here }
  for (const [property, each] of Object.entries(value)) yield* everyNode(each, `${here}.${property}`)
}

/** A graph whose references can be followed. A node that is described twice is all that is said of it. */
export class Graph {
  readonly nodes: { node: Node; where: string }[]
  readonly #byId = new Map<string, Node>()

  constructor(graph: unknown) {
    this.nodes = [...everyNode(graph)]
    for (const { node } of this.nodes) {
      const id = node['@id']
      if (typeof id === 'string' && !isReference(node)) this.#byId.set(id, { ...this.#byId.get(id), ...node })
    }
  }

  /** The node that a value is or points at; null for plain values and for what is not in the graph. */
  follow(value: unknown): Node | null {
    if (!isNode(value)) return null
    if (!isReference(value)) return value
    return this.#byId.get(String(value['@id'])) ?? null
  }

  ofType(...types: string[]): { node: Node; where: string }[] {
    return this.nodes.filter(({ node }) => types.includes(typeOf(node)))
  }
}
