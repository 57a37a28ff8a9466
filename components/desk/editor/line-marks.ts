import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { AttrStep } from '@tiptap/pm/transform'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { tkWordsBeside } from '#lib/reviews/tks.ts'
import { lineOf } from './document.ts'

// Marks on words of the text that are found by looking at a line: followed through every change, looked for again only in the blocks
// that it has touched. A key in a text of 10,000 words costs one paragraph.

/** Where something was found: in the text, or in the words of a picture, a cover or the like, which are no part of its flow. */
export type Marked =
  | { in: 'text'; from: number; to: number }
  | { in: 'beside'; at: number; attribute: string; place: string; from: number; to: number }

/** What is looked for in a line, and how it is shown. */
export interface LineMarks {
  find: (line: string) => { from: number; to: number }[]
  className: string
}

/** Everything that is found in a document, in reading order. */
export function markedIn(doc: Node, find: LineMarks['find']): Marked[] {
  const all: Marked[] = []
  doc.descendants((node, at) => {
    all.push(...besideOf(node, at, find))
    if (!node.inlineContent) return true
    all.push(...wordsOf(node, at, find))
    return false
  })
  return all
}

export function decorate(doc: Node, marks: LineMarks): DecorationSet {
  const all: Decoration[] = []
  doc.descendants((node, at) => {
    all.push(...decorationsOf(node, at, marks))
    return !node.inlineContent
  })
  return DecorationSet.create(doc, all)
}

/** The decorations after a change. */
export function redecorate(before: DecorationSet, transaction: Transaction, marks: LineMarks): DecorationSet {
  if (!transaction.docChanged) return before
  const { doc } = transaction
  let after = before.map(transaction.mapping, doc)
  for (const [at, node] of touchedBy(transaction)) {
    const isOwn = (spec: { at?: 'words' | 'node' }) => spec.at === (node.inlineContent ? 'words' : 'node')
    const old = after
      .find(at, at + node.nodeSize, isOwn)
      .filter(({ from, to }) => node.inlineContent || (from === at && to === at + node.nodeSize))
    const fresh = decorationsOf(node, at, marks)
    if (old.length > 0) after = after.remove(old)
    if (fresh.length > 0) after = after.add(doc, fresh)
  }
  return after
}

/** The nodes that a transaction has changed something in, by their places in the document that it has made. */
function touchedBy({ steps, mapping, doc }: Transaction): Map<number, Node> {
  const touched = new Map<number, Node>()
  const look = (from: number, to: number) =>
    doc.nodesBetween(Math.max(0, from), Math.min(to, doc.content.size), (node, at) => {
      if (!node.isText) touched.set(at, node)
      return !node.inlineContent
    })
  for (const [index, step] of steps.entries()) {
    const later = mapping.slice(index + 1)
    if (step instanceof AttrStep) look(later.map(step.pos), later.map(step.pos) + 1)
    step.getMap().forEach((_from, _to, from, to) => {
      look(later.map(from, -1), later.map(to, 1))
    })
  }
  return touched
}

function decorationsOf(node: Node, at: number, { find, className }: LineMarks): Decoration[] {
  if (node.inlineContent)
    return wordsOf(node, at, find).map(({ from, to }) =>
      Decoration.inline(from, to, { nodeName: 'mark', class: className }, { at: 'words' }),
    )
  return besideOf(node, at, find).length > 0
    ? [Decoration.node(at, at + node.nodeSize, { class: className }, { at: 'node' })]
    : []
}

/** The words of a line, and of the footnotes that it calls: each a line of its own. */
function wordsOf(block: Node, at: number, find: LineMarks['find']): (Marked & { in: 'text' })[] {
  const found = (line: string, start: number) =>
    find(line).map(({ from, to }) => ({ in: 'text' as const, from: start + from, to: start + to }))
  const all = found(lineOf(block), at + 1)
  block.forEach((child, offset) => {
    if (child.inlineContent) all.push(...found(lineOf(child), at + 1 + offset + 1))
  })
  return all.sort((a, b) => a.from - b.from)
}

function besideOf(node: Node, at: number, find: LineMarks['find']): (Marked & { in: 'beside' })[] {
  return tkWordsBeside(node.type.name, node.attrs).flatMap(({ attribute, place, text }) =>
    find(text).map(({ from, to }) => ({ in: 'beside' as const, at, attribute, place, from, to })),
  )
}
