import { type AnyExtension, Node } from '@tiptap/core'
import type { Fragment, Node as ProseMirrorNode } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { inlineBasics } from './basics.ts'
import { SafeLink } from './link-mark.ts'
import { Mention } from './mention.tsx'
import { InlineSpoiler } from './nodes.ts'

// The words of a footnote, as a small text of its own, and the way from there into the text that calls it.

/** A footnote is one line of words and mentions. */
const Line = Node.create({
  name: 'line',
  content: '(text | mention)*',
  parseHTML: () => [{ tag: 'p' }, { tag: 'div' }],
  renderHTML: () => ['p', 0],
})

/** The grammar of the small text: what a footnote may hold, and no more. */
export function footnoteGrammar(): AnyExtension[] {
  return [
    ...inlineBasics,
    Node.create({ name: 'doc', topNode: true, content: 'line' }),
    Line,
    SafeLink,
    InlineSpoiler,
    Mention,
  ]
}

/** What the small text begins with. */
export function wordsOf(note: ProseMirrorNode) {
  const content: unknown = note.content.toJSON()
  return { type: 'doc', content: [{ type: 'line', ...(Array.isArray(content) && { content }) }] }
}

/** The footnote there, when there is one. */
export function noteAt(state: EditorState, at: number): ProseMirrorNode | null {
  const node = at <= state.doc.content.size ? state.doc.nodeAt(at) : null
  return node?.type.name === 'footnote' ? node : null
}

/** The text with other words in the footnote there; null when they are the same, or it is gone. */
export function withWords(state: EditorState, at: number, words: Fragment): Transaction | null {
  const note = noteAt(state, at)
  if (!note) return null
  // The nodes of another grammar are written and read again.
  const next = note.type.schema.nodeFromJSON({ type: 'footnote', content: words.toJSON() ?? undefined }).content
  if (note.content.eq(next)) return null
  const tr = state.tr.replaceWith(at + 1, at + 1 + note.content.size, next)
  return tr.setSelection(NodeSelection.create(tr.doc, at))
}

/** The cursor behind the footnote there; without it, when nothing was written in it. */
export function closedNote(state: EditorState, at: number): Transaction {
  const note = noteAt(state, at)
  if (!note) return state.tr
  const isEmpty =
    note.textContent.trim() === '' && note.childCount === note.children.filter(({ isText }) => isText).length
  const tr = isEmpty ? state.tr.delete(at, at + note.nodeSize) : state.tr
  return tr.setSelection(TextSelection.create(tr.doc, isEmpty ? at : at + note.nodeSize))
}
