import type { EditorState } from '@tiptap/pm/state'
import { isInTable, selectedRect } from '@tiptap/pm/tables'

/** What the tools of a table say of it: how large it is, where the cursor stands, and what of it are headers. */
export interface TableShape {
  rows: number
  columns: number
  row: number
  column: number
  hasHeadRow: boolean
  hasHeadColumn: boolean
}

/** The table that the cursor is in; null outside of one. */
export function shapeOf(state: EditorState): TableShape | null {
  if (!isInTable(state)) return null
  const { map, table, top, left } = selectedRect(state)
  const isHead = (at: number) => table.nodeAt(map.map[at] ?? 0)?.type.name === 'tableHeader'
  const row = Array.from({ length: map.width }, (_, index) => index)
  const column = Array.from({ length: map.height }, (_, index) => index * map.width)
  return {
    rows: map.height,
    columns: map.width,
    row: top,
    column: left,
    hasHeadRow: row.every(isHead),
    // The corner belongs to both.
    hasHeadColumn: column.length > 1 ? column.slice(1).every(isHead) : column.every(isHead) && map.width === 1,
  }
}
