import type { Node } from '@tiptap/pm/model'
import { wordsIn } from '#lib/prose/prose.ts'
import { findTks } from '#lib/prose/tk.ts'
import { lineOf } from './document.ts'
import { markedIn } from './line-marks.ts'

/** A line of the outline: a heading, or something in its part that is not ready. */
export interface OutlineItem {
  kind: 'start' | 'heading' | 'tk' | 'picture'
  text: string
  /** 1 for the beginning and headings, 2 for small headings. */
  level: 1 | 2
  /** Where the node or the TK stands in the document. */
  at: number
  /** Words of this part, up to the next heading. */
  words: number
}

/** What a text is made of, in its order: the beginning, headings, and under them what is still to come. */
export function outlineOf(doc: Node): OutlineItem[] {
  const items: OutlineItem[] = [{ kind: 'start', text: 'Beginning', level: 1, at: 0, words: 0 }]
  let part = items[0]
  doc.descendants((node, at) => {
    if (node.type.name === 'figure' && String(node.attrs.alt).trim() === '' && node.attrs.decorative !== true)
      items.push({ kind: 'picture', text: 'A picture is not described', level: 2, at, words: 0 })
    if (!node.isTextblock) return true
    const line = lineOf(node)
    if (node.type.name === 'heading') {
      part = { kind: 'heading', text: line.trim(), level: node.attrs.level === 3 ? 2 : 1, at, words: 0 }
      items.push(part)
    } else if (part) part.words += wordsIn(line)
    return false
  })
  const tks = markedIn(doc, findTks).map(
    (mark): OutlineItem => ({
      kind: 'tk',
      text: mark.in === 'text' ? around(doc, mark.from, mark.to) : `TK: ${mark.place}`,
      level: 2,
      at: mark.in === 'text' ? mark.from : mark.at,
      words: 0,
    }),
  )
  return [...items, ...tks].sort((a, b) => a.at - b.at)
}

/** The part that a place is in: the last heading before it. */
export function partAt(items: OutlineItem[], at: number): number {
  return Math.max(
    items.findLastIndex(item => (item.kind === 'heading' || item.kind === 'start') && item.at <= at),
    0,
  )
}

/** The words beside a TK, by which its writer knows it again. */
function around(doc: Node, from: number, to: number): string {
  const place = doc.resolve(from)
  const line = lineOf(place.parent).replaceAll('\ufffc', '')
  const start = from - place.start()
  const before = line.slice(0, start).split(/\s+/).slice(-4).join(' ')
  const after = line
    .slice(start + to - from)
    .split(/\s+/)
    .slice(0, 3)
    .join(' ')
  return `${before}${line.slice(start, start + to - from)}${after}`.trim()
}
