import type { ProseNode } from './prose.ts'

/** The number of every footnote of a document, from 1, in reading order. A pull quote repeats the text: a note in one is not called. */
export function noteNumbers(prose: ProseNode): Map<ProseNode, number> {
  const numbers = new Map<ProseNode, number>()
  const visit = (node: ProseNode) => {
    if (node.type === 'pullQuote') return
    if (node.type === 'footnote') numbers.set(node, numbers.size + 1)
    else for (const child of node.content ?? []) visit(child)
  }
  visit(prose)
  return numbers
}

/**
 * The footnotes that stand below a document, or at the end of a spoiler: those called in it, without those that are called in a spoiler
 * inside, which stay under its cover.
 */
export function notesBelow(part: ProseNode): ProseNode[] {
  return (part.content ?? []).flatMap(child => {
    if (child.type === 'pullQuote' || child.type === 'spoiler') return []
    return child.type === 'footnote' ? [child] : notesBelow(child)
  })
}
