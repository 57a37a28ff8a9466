import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { NodeSelection, Plugin, PluginKey, type SelectionBookmark, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { type FindQuery, finder } from './find.ts'
import { decorate, type LineMarks, type Marked, markedIn, redecorate } from './line-marks.ts'

/** What is being looked for; null while nothing is. */
export interface FindState {
  query: FindQuery
  marks: LineMarks
  found: Marked[]
  /** Which of them is shown; −1 while none is. */
  current: number
  shown: DecorationSet
  /** Where somebody was writing, to go back to. */
  place: SelectionBookmark
}

type Change = { query: FindQuery | null } | { current: number }

export const findMarks = new PluginKey<FindState | null>('findMarks')

/** More marks than anybody looks at, and drawing them takes time. */
const mostShown = 1_000

/** Shows what is looked for with the commands below. Costs nothing while nothing is. */
export const FindMarks = Extension.create<{ className: string; currentName: string }>({
  name: 'findMarks',
  addOptions: () => ({ className: '', currentName: '' }),
  addProseMirrorPlugins() {
    return [findPlugin(this.options.className, this.options.currentName)]
  },
})

export function findPlugin(className: string, currentName: string): Plugin<FindState | null> {
  return new Plugin<FindState | null>({
    key: findMarks,
    state: {
      init: () => null,
      apply: (transaction, before, _, state) => follow(transaction, before, state, className),
    },
    props: {
      decorations(state) {
        const own = findMarks.getState(state)
        const current = own?.found[own.current]
        if (!own || !current) return own?.shown
        return own.shown.add(state.doc, [decorationOf(current, state, currentName)])
      },
    },
  })
}

/** The part of a view that the commands use. */
type View = Pick<EditorView, 'state' | 'dispatch'>

/** Looks for something else, from where the cursor is; null ends it. */
export function setQuery(view: View, query: FindQuery | null): void {
  view.dispatch(changed(view.state, { query }))
}

/** Goes to the next place, or the one before, and round at the ends. Returns what is there. */
export function stepFound(view: View, by: 1 | -1): Marked | null {
  const own = findMarks.getState(view.state)
  if (!own || own.found.length === 0) return null
  const { found, current } = own
  const next = current < 0 ? nearest(found, view.state.selection.from) : (current + by + found.length) % found.length
  return show(view, next)
}

/** Shows the place that is the nearest from here on, without going further. */
export function showNearest(view: View): Marked | null {
  const own = findMarks.getState(view.state)
  if (!own || own.found.length === 0) return null
  return show(view, nearest(own.found, own.place.resolve(view.state.doc).from))
}

/** Puts words in the place of what is shown, and goes on to the next. */
export function replaceShown(view: View, words: string): Marked | null {
  const own = findMarks.getState(view.state)
  const replaced = own?.found[own.current]
  if (!own || !replaced) return stepFound(view, 1)
  const transaction = closeHistory(view.state.tr).setMeta(findMarks, { current: -1 })
  replace(transaction, replaced, words)
  view.dispatch(transaction)
  const left = findMarks.getState(view.state)?.found ?? []
  // What was put there may hold what is looked for: never the same place again.
  const next = left.findIndex((one, index) => index >= own.current && !isWithin(one, replaced, words.length))
  return left.length === 0 ? null : show(view, Math.max(next, 0))
}

/** Puts words in all places, as one step to undo. Returns how many. */
export function replaceAll(view: View, words: string): number {
  const found = findMarks.getState(view.state)?.found ?? []
  const transaction = closeHistory(view.state.tr).setMeta(findMarks, { current: -1 })
  // From the end, so that no place moves before its turn.
  for (const one of found.toReversed()) replace(transaction, one, words)
  if (transaction.docChanged) view.dispatch(transaction)
  return found.length
}

/** Ends the search with the cursor where it was before. */
export function endFind(view: View): void {
  const own = findMarks.getState(view.state)
  if (!own) return
  const selection = own.place.resolve(view.state.doc)
  view.dispatch(changed(view.state, { query: null }).setSelection(selection).scrollIntoView())
}

function follow(transaction: Transaction, before: FindState | null, state: EditorState, className: string) {
  const change: Change | undefined = transaction.getMeta(findMarks)
  if (change && 'query' in change) return change.query && begin(change.query, before, state, className)
  if (!before) return null
  // A cursor that somebody has put elsewhere is the place that they write at.
  const place = transaction.selectionSet && !change ? transaction.selection.getBookmark() : before.place
  if (!transaction.docChanged) return { ...before, place, ...change }
  const { marks } = before
  const found = markedIn(transaction.doc, marks.find)
  return {
    ...before,
    found,
    shown: found.length > mostShown ? DecorationSet.empty : redecorate(before.shown, transaction, marks),
    place: place === before.place ? place.map(transaction.mapping) : place,
    current: following(before, found, transaction),
    ...change,
  }
}

function begin(
  query: FindQuery,
  before: FindState | null,
  { doc, selection }: EditorState,
  className: string,
): FindState {
  const marks = { find: remembering(finder(query)), className }
  const found = markedIn(doc, marks.find)
  return {
    query,
    marks,
    found,
    shown: found.length > mostShown ? DecorationSet.empty : decorate(doc, marks),
    current: -1,
    place: before?.place ?? selection.getBookmark(),
  }
}

/** The one that was shown before a change, where it still is. */
function following({ found: old, current }: FindState, found: Marked[], { mapping }: Transaction): number {
  const shown = old[current]
  if (!shown) return -1
  const at = mapping.map(startOf(shown))
  return found.findIndex(one => startOf(one) === at)
}

function show(view: View, index: number): Marked | null {
  const found = findMarks.getState(view.state)?.found[index]
  if (!found) return null
  view.dispatch(changed(view.state, { current: index }).setSelection(selectionOf(found, view.state)))
  return found
}

/** A selection that stands where something was found: on its words, or on the picture that they belong to. */
export function selectionOf(found: Marked, { doc }: EditorState): TextSelection | NodeSelection {
  if (found.in === 'beside') return NodeSelection.create(doc, found.at)
  const from = doc.resolve(found.from)
  // The words of a footnote are not in the line: the note is selected as a whole.
  if (!from.parent.isTextblock) return NodeSelection.create(doc, from.before())
  return TextSelection.create(doc, found.from, found.to)
}

function replace(transaction: Transaction, found: Marked, words: string): void {
  if (found.in === 'text') {
    if (words === '') transaction.delete(found.from, found.to)
    else transaction.insertText(words, found.from, found.to)
    return
  }
  const text = String(transaction.doc.nodeAt(found.at)?.attrs[found.attribute] ?? '')
  transaction.setNodeAttribute(found.at, found.attribute, text.slice(0, found.from) + words + text.slice(found.to))
}

function decorationOf(found: Marked, { doc }: EditorState, className: string): Decoration {
  if (found.in === 'text') return Decoration.inline(found.from, found.to, { class: className })
  return Decoration.node(found.at, found.at + (doc.nodeAt(found.at)?.nodeSize ?? 1), { class: className })
}

function nearest(found: Marked[], from: number): number {
  return Math.max(
    found.findIndex(one => startOf(one) >= from),
    0,
  )
}

function startOf(found: Marked): number {
  return found.in === 'text' ? found.from : found.at
}

function isWithin(one: Marked, other: Marked, length: number): boolean {
  if (one.in !== other.in || one.from < other.from || one.from >= other.from + length) return false
  return one.in === 'text' || (other.in === 'beside' && one.at === other.at && one.attribute === other.attribute)
}

/** Lines that did not change are asked about once. */
function remembering(find: LineMarks['find']): LineMarks['find'] {
  const known = new Map<string, ReturnType<LineMarks['find']>>()
  return line => {
    const found = known.get(line) ?? find(line)
    known.set(line, found)
    return found
  }
}

function changed(state: EditorState, change: Change): Transaction {
  return state.tr.setMeta(findMarks, change).setMeta('addToHistory', false)
}
