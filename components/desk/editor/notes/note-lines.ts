import type { Node } from '@tiptap/pm/model'
import { type Anchor, anchorAt, type Place } from '#lib/notes/anchors.ts'
import { longestEdit } from '#lib/notes/suggestions.ts'
import { lineOf } from '../document.ts'

// The editor's document as notes see it: its lines, as lib/notes/lines.ts has those of the stored text.

export interface DocLine {
  /** Where its first character stands. */
  from: number
  text: string
}

/** ProseMirror keeps every block that did not change, so each is read once. */
const read = new WeakMap<Node, string>()

export function linesIn(doc: Node): DocLine[] {
  const lines: DocLine[] = []
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true
    const text = read.get(node) ?? lineOf(node)
    read.set(node, text)
    lines.push({ from: at + 1, text })
    return false
  })
  return lines
}

/** Where a place stands in the document. */
export function rangeOf(lines: DocLine[], { block, start, end }: Place): { from: number; to: number } | null {
  const line = lines[block]
  return line && end <= line.text.length ? { from: line.from + start, to: line.from + end } : null
}

/** The anchor of selected words: of the first line that they stand in, as many as can be quoted. Null when there are none. */
export function anchorOfRange(doc: Node, from: number, to: number): (Anchor & { place: Place }) | null {
  const lines = linesIn(doc)
  const block = lines.findIndex(line => from < line.from + line.text.length && to > line.from)
  const line = lines[block]
  if (!line) return null
  const start = Math.max(0, from - line.from)
  const end = Math.min(line.text.length, to - line.from, start + longestEdit)
  if (end <= start) return null
  const place = { block, start, end }
  return {
    ...anchorAt(
      lines.map(({ text }) => text),
      place,
    ),
    place,
  }
}
