import { Fragment, type Node, type NodeType, type Schema } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'

// Where a block goes that is made at the cursor, and what new blocks are made of. Nothing here needs a screen.

/**
 * Puts a block where the cursor is: in place of an empty line, else after what the cursor is in, and after everything around it that
 * cannot hold one. Returns where it stands.
 */
export function placeBlock(tr: Transaction, block: Node): number {
  const { $to } = tr.selection
  const isEmptyLine = $to.parent.type.name === 'paragraph' && $to.parent.content.size === 0 && $to.depth > 0
  if (isEmptyLine && mayReplace(tr.selection, block.type)) {
    const at = $to.before()
    tr.replaceWith(at, $to.after(), block)
    return at
  }
  for (let depth = $to.depth; depth > 0; depth--) {
    const index = $to.indexAfter(depth - 1)
    if (!$to.node(depth - 1).canReplaceWith(index, index, block.type)) continue
    const at = $to.after(depth)
    tr.insert(at, block)
    return at
  }
  const at = tr.selection instanceof NodeSelection ? $to.pos : tr.doc.content.size
  tr.insert(at, block)
  return at
}

/** Whether a block of this type may stand in the place of the line that the cursor is in. */
export function mayReplace({ $from }: Selection, type: NodeType): boolean {
  if ($from.depth === 0) return false
  const index = $from.index(-1)
  return $from.node(-1).canReplaceWith(index, index + 1, type)
}

/** Puts a block at the cursor, and the cursor into it: into its first line, or on it where it has none. */
export function insertBlock({ tr }: EditorState, block: Node): Transaction {
  const at = placeBlock(tr, block)
  const into = block.isAtom || !holdsText(block) ? NodeSelection.create(tr.doc, at) : null
  return tr.setSelection(into ?? Selection.near(tr.doc.resolve(at + 1))).scrollIntoView()
}

/** A table of empty cells, the first row over the columns: with its words, where they are given. */
export function newTable(schema: Schema, rows = 3, columns = 3, heads: readonly string[] = []): Node {
  const { table, tableRow, tableHeader, tableCell, paragraph } = known(schema)
  const cell = (type: NodeType, words = '') =>
    type.createChecked(null, paragraph.create(null, words ? schema.text(words) : null))
  const row = (type: NodeType) =>
    tableRow.createChecked(
      null,
      Array.from({ length: columns }, (_, column) => cell(type, type === tableHeader ? heads[column] : '')),
    )
  return table.createChecked(
    null,
    Array.from({ length: rows }, (_, index) => row(index === 0 ? tableHeader : tableCell)),
  )
}

/**
 * Takes the selected lines into a callout; takes what is in one out of it, all of it. Headings and what else a callout cannot hold stay:
 * then an empty one is put below.
 */
export function toggleCallout(state: EditorState): Transaction {
  const { $from, $to } = state.selection
  const { callout, paragraph } = known(state.schema)
  const out = unwrapped(state, 'callout')
  if (out) return out
  const range = $from.blockRange($to)
  const around = range?.parent
  const inside =
    range && around ? Fragment.from(around.children.slice(range.startIndex, range.endIndex)) : Fragment.empty
  if (
    !range ||
    !around ||
    !callout.validContent(inside) ||
    !around.canReplaceWith(range.startIndex, range.endIndex, callout)
  )
    return insertBlock(state, callout.createChecked(null, paragraph.create()))
  const { anchor, head } = state.selection
  const tr = state.tr.replaceRangeWith(range.start, range.end, callout.createChecked(null, inside))
  return tr.setSelection(TextSelection.create(tr.doc, anchor + 1, head + 1)).scrollIntoView()
}

/** What is in the nearest block of a type, without it around; null outside of one. */
export function unwrapped(state: EditorState, name: string): Transaction | null {
  const { $from, anchor, head } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth)
    if (node.type.name !== name) continue
    const tr = state.tr.replaceWith($from.before(depth), $from.after(depth), node.content)
    return tr.setSelection(TextSelection.between(tr.doc.resolve(anchor - 1), tr.doc.resolve(head - 1)))
  }
  return null
}

/** The cursor behind the table that it is in, in a new line where there is none; null outside of one. */
export function leftTable(state: EditorState): Transaction | null {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name !== 'table') continue
    const { tr } = state
    const end = $from.after(depth)
    if (!tr.doc.resolve(end).nodeAfter?.isTextblock) tr.insert(end, known(state.schema).paragraph.create())
    return tr.setSelection(Selection.near(tr.doc.resolve(end + 1))).scrollIntoView()
  }
  return null
}

/** A gallery of the selected pictures and those that stand right before and after them. Null where there is none. */
export function gathered(state: EditorState): Transaction | null {
  const { gallery } = known(state.schema)
  const range = state.selection.$from.blockRange(state.selection.$to)
  if (!range || !isFigure(range.parent.maybeChild(range.startIndex))) return null
  const { parent } = range
  let [first, end] = [range.startIndex, range.startIndex]
  while (isFigure(parent.maybeChild(first - 1))) first--
  while (isFigure(parent.maybeChild(end))) end++
  if (!parent.canReplaceWith(first, end, gallery)) return null
  const before = Fragment.from(parent.children.slice(0, first)).size
  const figures = Fragment.from(parent.children.slice(first, end))
  const at = range.$from.start(range.depth) + before
  const tr = state.tr.replaceWith(at, at + figures.size, gallery.createChecked(null, figures))
  return tr.setSelection(NodeSelection.create(tr.doc, state.selection.from + 1)).scrollIntoView()
}

function isFigure(node: Node | null): boolean {
  return node?.type.name === 'figure'
}

function holdsText(block: Node): boolean {
  let holds = block.isTextblock
  block.descendants(node => {
    holds ||= node.isTextblock
    return !holds
  })
  return holds
}

function known(schema: Schema) {
  const of = (name: string): NodeType => {
    const type = schema.nodes[name]
    if (!type) throw new Error(`The grammar has no ${name}`)
    return type
  }
  return {
    table: of('table'),
    tableRow: of('tableRow'),
    tableHeader: of('tableHeader'),
    tableCell: of('tableCell'),
    paragraph: of('paragraph'),
    callout: of('callout'),
    gallery: of('gallery'),
  }
}
