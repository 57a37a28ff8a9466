import { type Editor, Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { NameCheck, NameDoubt } from '#lib/names/names.ts'
import { wordsBeside } from '#lib/names/passages.ts'
import { lineOf } from '../document.ts'

/** A doubt in the document; `from` and `to` are positions of it. */
export type MarkedDoubt = NameDoubt

/** A doubt in the words of a picture or a spoiler, which are an attribute and not in the flow of the text. */
export interface AttributeDoubt {
  at: number
  attribute: string
  place: string
  text: string
  doubt: NameDoubt
}

export interface NameMarksState {
  check: NameCheck | null
  marks: MarkedDoubt[]
  beside: AttributeDoubt[]
  /** Where somebody types: a name that is not finished is not marked. */
  typingAt: number | null
}

type Change = Partial<NameMarksState>

export const nameMarks = new PluginKey<NameMarksState>('nameMarks')

export type NameKey = 'fix' | 'next' | 'accept'

interface Options {
  className: string
  onKey: (key: NameKey, editor: Editor) => boolean
}

// Long enough to finish a word, short enough to be seen in passing; and a last word is looked at when nothing follows it.
const wait = 350
const rest = 1_400

/** Marks names that seem misspelt while they are written. Its check is given with `giveCheck`, and asked again only about paragraphs that changed. */
export const NameMarks = Extension.create<Options>({
  name: 'nameMarks',
  addOptions: () => ({ className: '', onKey: () => false }),
  addKeyboardShortcuts() {
    return {
      'Alt-Enter': () => this.options.onKey('fix', this.editor),
      'Alt-Shift-Enter': () => this.options.onKey('accept', this.editor),
      F7: () => this.options.onKey('next', this.editor),
    }
  },
  addProseMirrorPlugins() {
    const { className } = this.options
    return [
      new Plugin<NameMarksState>({
        key: nameMarks,
        state: {
          init: () => ({ check: null, marks: [], beside: [], typingAt: null }),
          apply: (transaction, before) => follow(transaction, before),
        },
        props: { decorations: state => decorationsOf(state, className) },
        view: view => lookWhenIdle(view),
      }),
    ]
  },
})

/** Hands the plugin other names to check. */
export function giveCheck(view: EditorView, check: NameCheck | null): void {
  view.dispatch(changed(view.state, { check }))
  lookNow(view)
}

/** Looks at what has changed at once, for a key that is pressed right after a word. */
export function lookNow(view: EditorView): void {
  const before = nameMarks.getState(view.state)
  if (!before?.check) return
  const found = doubtsIn(view.state.doc, before.check)
  if (!isSame(before, found)) view.dispatch(changed(view.state, found))
}

/** The doubt in which the cursor is, or behind which it has just been left. */
export function doubtAtCursor(state: EditorState): MarkedDoubt | null {
  const { from, to } = state.selection
  const marks = nameMarks.getState(state)?.marks ?? []
  const inside = marks.find(mark => mark.from <= from && to <= mark.to)
  return (
    inside ?? marks.findLast(mark => mark.to < from && from - mark.to <= 2 && !crosses(state, mark.to, from)) ?? null
  )
}

/** The next doubt behind the cursor, and after the last the first. */
export function nextDoubt(state: EditorState): MarkedDoubt | null {
  const marks = nameMarks.getState(state)?.marks ?? []
  return marks.find(mark => mark.from > state.selection.from) ?? marks[0] ?? null
}

/** Puts the right name in the place of the doubtful one, with its marks, as one step to undo. */
export function fixDoubt(view: EditorView, { from, to, text, suggestion }: MarkedDoubt): boolean {
  const { state } = view
  if (state.doc.textBetween(from, to) !== text) return false
  view.dispatch(closeHistory(state.tr).insertText(suggestion, from, to).setMeta(nameMarks, { typingAt: null }))
  lookNow(view)
  return true
}

/** Brings a doubt on the screen with the cursor in it. */
export function goToDoubt(view: EditorView, { to }: MarkedDoubt): void {
  const selection = TextSelection.create(view.state.doc, to)
  view.dispatch(changed(view.state, { typingAt: null }).setSelection(selection).scrollIntoView())
  view.focus()
}

function follow(transaction: Transaction, before: NameMarksState): NameMarksState {
  const change: Change = transaction.getMeta(nameMarks) ?? {}
  if (!transaction.docChanged) {
    const typingAt = transaction.selectionSet ? null : before.typingAt
    return { ...before, typingAt, ...change }
  }
  const { doc, mapping, selection } = transaction
  const marks = before.marks
    .map(mark => ({ ...mark, from: mapping.map(mark.from, 1), to: mapping.map(mark.to, -1) }))
    .filter(mark => mark.from < mark.to && doc.textBetween(mark.from, mark.to) === mark.text)
  const beside = before.beside.map(doubt => ({ ...doubt, at: mapping.map(doubt.at) }))
  // What undo brings back was not typed just now. "history$" is how ProseMirror's history signs.
  const typingAt = transaction.getMeta('history$') || !selection.empty ? null : selection.head
  return { ...before, marks, beside, typingAt, ...change }
}

function decorationsOf(state: EditorState, className: string): DecorationSet {
  const { marks = [], typingAt = null } = nameMarks.getState(state) ?? {}
  const shown = marks.filter(({ from, to }) => typingAt === null || typingAt < from || typingAt > to)
  return DecorationSet.create(
    state.doc,
    shown.map(({ from, to, suggestion, isAccent }) =>
      Decoration.inline(from, to, {
        nodeName: 'mark',
        class: className,
        'data-name-doubt': isAccent ? 'accent' : 'spelling',
        title: `Looks misspelt: ${suggestion}?`,
      }),
    ),
  )
}

/** Looks through the text some time after it was changed, when the browser has nothing better to do. */
function lookWhenIdle(view: EditorView) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: ReturnType<typeof setTimeout> | undefined
  const look = () => (typeof requestIdleCallback === 'function' ? requestIdleCallback(run, { timeout: 500 }) : run())
  const run = () => {
    if (!view.isDestroyed) lookNow(view)
  }
  const settle = () => {
    if (view.isDestroyed || nameMarks.getState(view.state)?.typingAt == null) return
    view.dispatch(changed(view.state, { typingAt: null }))
  }
  return {
    update(_: EditorView, before: EditorState) {
      if (before.doc === view.state.doc) return
      clearTimeout(timer)
      clearTimeout(last)
      timer = setTimeout(look, wait)
      last = setTimeout(settle, rest)
    },
    destroy() {
      clearTimeout(timer)
      clearTimeout(last)
    },
  }
}

/** What was found in a paragraph. ProseMirror keeps a paragraph that did not change, so each is asked about once. */
const asked = new WeakMap<NameCheck, WeakMap<Node, NameDoubt[]>>()

function doubtsIn(doc: Node, check: NameCheck): Pick<NameMarksState, 'marks' | 'beside'> {
  const known = asked.get(check) ?? new WeakMap<Node, NameDoubt[]>()
  asked.set(check, known)
  const marks: MarkedDoubt[] = []
  const beside: AttributeDoubt[] = []
  doc.descendants((node, at) => {
    for (const words of wordsBeside(node.type.name, node.attrs))
      for (const doubt of check.doubtsIn(words.text)) beside.push({ at, ...words, doubt })
    if (!node.inlineContent) return true
    const own = known.get(node) ?? check.doubtsIn(lineOf(node))
    known.set(node, own)
    for (const doubt of own) marks.push({ ...doubt, from: at + 1 + doubt.from, to: at + 1 + doubt.to })
    // A footnote is a line of its own inside the line that calls it.
    return node.isTextblock
  })
  return { marks, beside }
}

function changed(state: EditorState, change: Change): Transaction {
  return state.tr.setMeta(nameMarks, change).setMeta('addToHistory', false)
}

function crosses({ doc }: EditorState, from: number, to: number): boolean {
  return !doc.resolve(from).sameParent(doc.resolve(to))
}

function isSame(before: NameMarksState, found: Pick<NameMarksState, 'marks' | 'beside'>): boolean {
  return JSON.stringify([before.marks, before.beside]) === JSON.stringify([found.marks, found.beside])
}
