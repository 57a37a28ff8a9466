/** An element of what was pasted, read by whoever can: the browser's parser in the editor, another in tests. */
export interface PastedElement {
  tag: string
  attrs: Record<string, string>
  /** The style attribute, names and values in lower case. */
  style: Record<string, string>
  children: PastedNode[]
  parent: PastedElement | null
}

export type PastedNode = PastedElement | string

/** What a parser knows of a node: words, an element, or nothing that is for people (a comment). */
export type ReadNode<N> =
  | { text: string }
  | { tag: string; attrs: Iterable<{ name: string; value: string }>; children: Iterable<N> }
  | null

/** More than anybody writes, and less than stops a browser. */
const most = { nodes: 150_000, depth: 120 }

/** What was pasted is more than a review can hold. */
export class TooMuchPasted extends Error {}

/**
 * The tree of a parsed document. Deeper than 120 levels the words are kept and the levels are not; more than 150,000 nodes are refused
 * with TooMuchPasted. Nothing here calls itself: a document that is a tower cannot topple it.
 */
export function treeOf<N>(root: N, read: (node: N) => ReadNode<N>): PastedElement {
  const top: PastedElement = { tag: '#root', attrs: {}, style: {}, children: [], parent: null }
  const open: { nodes: Iterator<N>; into: PastedElement; depth: number }[] = [
    { nodes: [root][Symbol.iterator](), into: top, depth: 0 },
  ]
  let count = 0
  for (let level = open.at(-1); level; level = open.at(-1)) {
    const next = level.nodes.next()
    const node = next.done ? null : read(next.value)
    if (next.done) open.pop()
    if (!node) continue
    if (++count > most.nodes) throw new TooMuchPasted()
    if ('text' in node) level.into.children.push(node.text)
    else {
      const isTooDeep = level.depth >= most.depth
      const into = isTooDeep ? holderOf(level.into) : elementOf(node, level.into)
      if (!isTooDeep) level.into.children.push(into)
      open.push({ nodes: node.children[Symbol.iterator](), into, depth: level.depth + 1 })
    }
  }
  return top
}

/** What can hold words: a row of a table cannot. */
function holderOf(element: PastedElement): PastedElement {
  return closest(element, ({ tag }) => !/^(table|tbody|thead|tfoot|tr|ul|ol)$/.test(tag)) ?? element
}

function elementOf(
  { tag, attrs: given }: { tag: string; attrs: Iterable<{ name: string; value: string }> },
  parent: PastedElement,
): PastedElement {
  const attrs: Record<string, string> = Object.create(null)
  for (const { name, value } of given) attrs[name] = value
  return { tag: tag.toLowerCase(), attrs, style: styleOf(attrs.style ?? ''), children: [], parent }
}

function styleOf(text: string): Record<string, string> {
  const style: Record<string, string> = Object.create(null)
  if (text === '') return style
  for (const rule of text.split(';')) {
    const colon = rule.indexOf(':')
    if (colon > 0)
      style[rule.slice(0, colon).trim().toLowerCase()] = rule
        .slice(colon + 1)
        .trim()
        .toLowerCase()
  }
  return style
}

export function isElement(node: PastedNode | undefined): node is PastedElement {
  return typeof node === 'object'
}

/** Every element below this one, in the order of the document. */
export function* elementsIn(root: PastedElement): Generator<PastedElement> {
  for (const child of root.children) {
    if (!isElement(child)) continue
    yield child
    yield* elementsIn(child)
  }
}

/** All words below an element, as they stand. */
export function wordsIn(node: PastedNode): string {
  return isElement(node) ? node.children.map(wordsIn).join('') : node
}

/** The nearest element around this one, itself included, that is so. */
export function closest(element: PastedElement, isSo: (candidate: PastedElement) => boolean): PastedElement | null {
  for (let at: PastedElement | null = element; at; at = at.parent) if (isSo(at)) return at
  return null
}

export function hasClass({ attrs }: PastedElement, pattern: RegExp): boolean {
  return (attrs.class ?? '').split(/\s+/).some(name => pattern.test(name))
}
