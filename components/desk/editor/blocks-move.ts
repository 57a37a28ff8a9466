import { Fragment, type Node, NodeRange } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'

// What keys, the handle beside a block and menus do with a block as a whole. Nothing here needs a screen.

export type Way = 'up' | 'down'

/** What holds blocks that can change places. Rows and cells of a table are the table's business. */
const holders = new Set(['doc', 'bulletList', 'orderedList', 'blockquote', 'spoiler', 'callout', 'gallery'])

/** The selected blocks: the innermost ones that stand beside others. */
export function selectedBlocks({ selection: { $from, $to } }: EditorState): NodeRange | null {
  return $from.blockRange($to, node => holders.has(node.type.name))
}

/**
 * The selected blocks one place up or down among those beside them; where there is none, what they stand in is moved. In a table it is
 * the row, and the table where the row cannot. Null when they are first or last.
 */
export function moveBlocks(state: EditorState, way: Way): Transaction | null {
  const row = movedRow(state, way)
  if (row) return row
  for (let range = selectedBlocks(state); range; range = around(range)) {
    const moved = exchanged(state, range, way)
    if (moved) return moved.scrollIntoView()
  }
  return null
}

/** The selected blocks once more, below themselves, with the cursor in the new ones. */
export function duplicateBlocks(state: EditorState): Transaction | null {
  const range = selectedBlocks(state)
  if (!range) return null
  const { start, end, parent, startIndex, endIndex } = range
  const { tr, selection } = state
  tr.insert(end, Fragment.from(parent.children.slice(startIndex, endIndex)))
  const by = end - start
  const after =
    selection instanceof NodeSelection
      ? NodeSelection.create(tr.doc, selection.from + by)
      : TextSelection.between(tr.doc.resolve(selection.anchor + by), tr.doc.resolve(selection.head + by))
  return tr.setSelection(after).scrollIntoView()
}

/** The text without the selected blocks, and without what they leave empty. */
export function deleteBlocks(state: EditorState): Transaction | null {
  let range = selectedBlocks(state)
  while (range && range.depth > 0 && range.startIndex === 0 && range.endIndex === range.parent.childCount)
    range = around(range)
  if (!range) return null
  const { tr } = state
  const { start, end, parent } = range
  if (end - start === parent.content.size) {
    const empty = parent.type.contentMatch.defaultType?.createAndFill()
    if (!empty) return null
    tr.replaceWith(start, end, empty)
  } else tr.delete(start, end)
  return tr.setSelection(Selection.near(tr.doc.resolve(Math.min(start, tr.doc.content.size)))).scrollIntoView()
}

/** What holds a range, as a range among those beside it. */
function around({ $from, $to, depth }: NodeRange): NodeRange | null {
  for (let outer = depth - 1; outer >= 0; outer--)
    if (holders.has($from.node(outer).type.name)) return new NodeRange($from, $to, outer)
  return null
}

/** The neighbour goes over to the other side: what is moved stays as it is, with its cursor. */
function exchanged({ tr }: EditorState, range: NodeRange, way: Way): Transaction | null {
  const { start, end, parent, endIndex } = range
  const neighbour = neighbourOf(range, way)
  if (!neighbour || (way === 'down' && isLineBelow(parent, endIndex))) return null
  const size = neighbour.nodeSize
  return way === 'up'
    ? tr.delete(start - size, start).insert(end - size, neighbour)
    : tr.delete(end, end + size).insert(start, neighbour)
}

/** The empty line that the editor keeps below the text. */
function isLineBelow(parent: Node, index: number): boolean {
  const child = parent.child(index)
  return parent.type.name === 'doc' && index === parent.childCount - 1 && child.isTextblock && child.childCount === 0
}

/** Rows that stand over their columns stay at the top; where cells span rows, none can be moved alone. */
function movedRow(state: EditorState, way: Way): Transaction | null {
  const { $from, $to } = state.selection
  const range = $from.blockRange($to, node => node.type.name === 'table')
  const [row, other] = range ? [range.parent.maybeChild(range.startIndex), neighbourOf(range, way)] : []
  if (!range || !row || !other || [row, other].some(isHead) || range.parent.children.some(hasSpan)) return null
  return exchanged(state, range, way)
}

function neighbourOf({ parent, startIndex, endIndex }: NodeRange, way: Way): Node | null {
  return parent.maybeChild(way === 'up' ? startIndex - 1 : endIndex)
}

function isHead(row: Node): boolean {
  return row.children.every(({ type }) => type.name === 'tableHeader')
}

function hasSpan(row: Node): boolean {
  return row.children.some(({ attrs }) => attrs.rowspan !== 1)
}
