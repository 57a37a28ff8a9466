import type { Mark, Node } from '@tiptap/pm/model'
import type { Prose, ProseMark, ProseNode } from '#lib/prose/prose.ts'

/** What is saved of the editor's document: the same, without the empty paragraph that the editor keeps at the end to write into. */
export function proseOf(doc: Node): Prose {
  const content = childrenOf(doc)
  while (content.length > 1 && isEmptyParagraph(content.at(-1))) content.pop()
  return { type: 'doc', content }
}

/** Whether two documents are saved as the same, told by their blocks: those that a change left alone are the same objects. */
export function isSameProse(a: Prose, b: Prose): boolean {
  const [before = [], after = []] = [a.content, b.content]
  return before.length === after.length && before.every((block, index) => block === after[index])
}

/** Stands in a line for what is no text. It belongs to no word. */
const thing = '\ufffc'

/**
 * The text of a paragraph, character by character as ProseMirror counts its positions: a line break is "\n", a mention one `thing`, a
 * footnote as many as it is long, because its words are no part of the sentence that calls it.
 */
export function lineOf(block: Node): string {
  return block.children
    .map(child => child.text ?? (child.type.name === 'hardBreak' ? '\n' : thing.repeat(child.nodeSize)))
    .join('')
}

/** ProseMirror keeps every node that did not change, so each is written once: a key in a long text costs one paragraph. */
const written = new WeakMap<Node, ProseNode>()

function plain(node: Node): ProseNode {
  const known = written.get(node)
  if (known) return known
  const own = write(node)
  written.set(node, own)
  return own
}

function write(node: Node): ProseNode {
  const content = childrenOf(node)
  return {
    type: node.type.name,
    ...(Object.keys(node.attrs).length > 0 && { attrs: { ...node.attrs } }),
    ...(content.length > 0 && { content }),
    ...(node.marks.length > 0 && { marks: node.marks.map(plainMark) }),
    ...(node.isText && { text: node.text }),
  }
}

function plainMark(mark: Mark): ProseMark {
  return { type: mark.type.name, ...(Object.keys(mark.attrs).length > 0 && { attrs: { ...mark.attrs } }) }
}

function childrenOf(node: Node): ProseNode[] {
  return node.children.map(plain)
}

function isEmptyParagraph(node: ProseNode | undefined): boolean {
  return node?.type === 'paragraph' && !node.content
}
