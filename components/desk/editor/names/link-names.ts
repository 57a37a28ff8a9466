import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'

/** A person or a work that a mention can lead to. */
export interface Linkable {
  kind: 'work' | 'person'
  id: string
  label: string
}

/**
 * Makes mentions of the first place where each full name stands, as one step to undo; null when there is none. Passed over: who is
 * mentioned already; links, headings and pull quotes; words with letters beside them.
 */
export function linkNames(
  state: EditorState,
  linkable: Linkable[],
): { transaction: Transaction; count: number } | null {
  const { mention, italic } = { mention: state.schema.nodes.mention, italic: state.schema.marks.italic }
  if (!mention) return null
  const found = placesIn(state.doc, linkable)
  if (found.length === 0) return null
  const transaction = closeHistory(state.tr)
  for (const { from, to, kind, id, label } of found.toSorted((a, b) => b.from - a.from)) {
    const marks = state.doc.resolve(from).marksAcross(state.doc.resolve(to)) ?? []
    // Titles of works stand in italics, as they do when they are mentioned with @.
    const dressed = kind === 'work' && italic ? italic.create().addToSet(marks) : marks
    transaction.replaceWith(from, to, mention.create({ kind, id, label }, null, dressed))
  }
  return { transaction, count: found.length }
}

interface Place extends Linkable {
  from: number
  to: number
}

function placesIn(doc: Node, linkable: Linkable[]): Place[] {
  const mentioned = new Set<string>()
  doc.descendants(node => {
    if (node.type.name === 'mention') mentioned.add(String(node.attrs.id))
  })
  // "Her" is a word at the beginning of every other sentence, so titles of one word are left to the writer.
  const wanted = linkable.filter(({ id, label }) => !mentioned.has(id) && /\S\s\S|^\S{5,}$/u.test(label))
  const places: Place[] = []
  const isFree = (from: number, to: number) => places.every(place => to <= place.from || from >= place.to)
  for (const one of wanted.toSorted((a, b) => b.label.length - a.label.length)) {
    const place = firstOf(doc, one.label, isFree)
    if (place) places.push({ ...one, ...place })
  }
  return places
}

function firstOf(
  doc: Node,
  label: string,
  isFree: (from: number, to: number) => boolean,
): { from: number; to: number } | null {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(label)}(?![\\p{L}\\p{N}])`, 'gu')
  let first: { from: number; to: number } | null = null
  doc.descendants((node, at, parent) => {
    if (first || node.type.name === 'heading' || node.type.name === 'pullQuote') return false
    if (!node.isText || !parent || node.marks.some(mark => mark.type.name === 'link')) return true
    for (const match of node.text?.matchAll(pattern) ?? []) {
      const from = at + match.index
      if (!isFree(from, from + label.length)) continue
      first = { from, to: from + label.length }
      break
    }
    return false
  })
  return first
}

function escaped(label: string): string {
  return label.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
