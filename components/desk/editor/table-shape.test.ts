import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { addColumnAfter, toggleHeader } from '@tiptap/pm/tables'
import { expect, test } from 'vitest'
import { insertBlock, leftTable, newTable } from './blocks-insert.ts'
import { grammar } from './extensions.ts'
import { shapeOf } from './table-shape.ts'

const schema = getSchema(grammar())

function withTable(): EditorState {
  const empty = EditorState.create({ schema })
  return empty.apply(insertBlock(empty, newTable(schema)))
}

/** With the cursor in the cell there, counted from 0 in reading order. */
function inCell(state: EditorState, index: number): EditorState {
  const cells: number[] = []
  state.doc.descendants((node, at) => {
    if (['tableHeader', 'tableCell'].includes(node.type.name)) cells.push(at)
  })
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, (cells[index] ?? 0) + 2)))
}

test('a new table has three rows and columns, and a row over its columns', () => {
  expect(shapeOf(withTable())).toEqual({
    ...{ rows: 3, columns: 3, row: 0, column: 0 },
    ...{ hasHeadRow: true, hasHeadColumn: false },
  })
  expect(shapeOf(inCell(withTable(), 5))).toMatchObject({ row: 1, column: 2 })
})

test('headers come and go, and the corner belongs to both', () => {
  let state = withTable()
  const run = (command: ReturnType<typeof toggleHeader>) =>
    command(state, tr => {
      state = state.apply(tr)
    })
  run(toggleHeader('column'))
  expect(shapeOf(state)).toMatchObject({ hasHeadRow: true, hasHeadColumn: true })
  run(toggleHeader('row'))
  expect(shapeOf(state)).toMatchObject({ hasHeadRow: false, hasHeadColumn: true })
  run(addColumnAfter)
  expect(shapeOf(state)).toMatchObject({ rows: 3, columns: 4 })
})

test('out of it, behind it, in a line that is there or a new one', () => {
  const state = withTable()
  const left = leftTable(state)
  expect(left?.doc.lastChild?.type.name).toBe('paragraph')
  expect(left?.selection.$from.depth).toBe(1)
  if (left) expect([shapeOf(state.apply(left)), leftTable(state.apply(left))]).toEqual([null, null])
})
