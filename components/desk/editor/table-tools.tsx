'use client'
import type { Command } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  toggleHeader,
} from '@tiptap/pm/tables'
import { type NodeViewProps, useEditorState } from '@tiptap/react'
import type { KeyboardEvent } from 'react'
import { Group, Toolbar } from 'react-aria-components'
import { backToBlock, wordsOfBlock } from './blocks-words.ts'
import { stayingInTable } from './table-editing.ts'
import { shapeOf } from './table-shape.ts'
import styles from './table-tools.module.css'

/** The rows, columns and headers of a table: one stop of the Tab key, arrows inside it, Escape back to the cell. */
export function TableTools({ editor, getPos }: NodeViewProps) {
  const shape = useEditorState({ editor, selector: ({ editor: current }) => shapeOf(current.state) })
  const { rows = 1, columns = 1, row = 0, column = 0, hasHeadRow = false, hasHeadColumn = false } = shape ?? {}
  const run = (command: Command) => () => void command(editor.state, editor.view.dispatch)
  const back = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    const at = getPos()
    // The cursor has stayed where it was, unless it was elsewhere.
    if (shape) editor.commands.focus()
    else if (at !== undefined) backToBlock(editor, at)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons inside
    <div onKeyDown={back}>
      <Toolbar aria-label="Table" className={styles.tools}>
        <Group aria-label={`Row ${row + 1} of ${rows}`} className={styles.group}>
          <span aria-hidden="true">Row</span>
          <Tool isFirst label="Row above" sign="↑+" run={run(addRowBefore)} isOff={hasHeadRow && row === 0} />
          <Tool label="Row below" sign="↓+" run={run(addRowAfter)} isOff={rows >= 100} />
          <Tool label="Delete the row" sign="×" run={run(stayingInTable(deleteRow))} isOff={rows === 1} />
        </Group>
        <span aria-hidden="true" className={styles.separator} />
        <Group aria-label={`Column ${column + 1} of ${columns}`} className={styles.group}>
          <span aria-hidden="true">Column</span>
          <Tool label="Column before" sign="←+" run={run(addColumnBefore)} isOff={columns >= 20} />
          <Tool label="Column after" sign="→+" run={run(addColumnAfter)} isOff={columns >= 20} />
          <Tool label="Delete the column" sign="×" run={run(stayingInTable(deleteColumn))} isOff={columns === 1} />
        </Group>
        <span aria-hidden="true" className={styles.separator} />
        <Group aria-label="Headers" className={styles.group}>
          <span aria-hidden="true">Header</span>
          <Tool label="First row is a header" sign="Row" run={run(toggleHeader('row'))} isPressed={hasHeadRow} />
          <Tool
            label="First column is a header"
            sign="Column"
            run={run(toggleHeader('column'))}
            isPressed={hasHeadColumn}
          />
        </Group>
        <span aria-hidden="true" className={styles.separator} />
        <Tool
          label="Delete the table"
          sign="Delete"
          run={() => {
            run(deleteTable)()
            editor.commands.focus()
          }}
        />
      </Toolbar>
    </div>
  )
}

interface ToolProps {
  label: string
  sign: string
  run: () => void
  isPressed?: boolean
  isOff?: boolean
  isFirst?: boolean
}

/** A button that leaves the cursor in its cell. */
function Tool({ label, sign, run, isPressed, isOff = false, isFirst = false }: ToolProps) {
  return (
    <button
      {...(isFirst && wordsOfBlock)}
      type="button"
      className={styles.button}
      aria-pressed={isPressed}
      aria-disabled={isOff || undefined}
      aria-label={label}
      title={label}
      onMouseDown={event => event.preventDefault()}
      onClick={() => !isOff && run()}
    >
      {sign}
    </button>
  )
}
