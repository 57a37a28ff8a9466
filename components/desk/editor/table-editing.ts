import type { Editor } from '@tiptap/core'
import { keymap } from '@tiptap/pm/keymap'
import { type Command, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { addRowAfter, CellSelection, deleteTable, findTable, goToNextCell, tableEditing } from '@tiptap/pm/tables'

// How tables behave while one writes in them. Loaded when the text is there: no key waits for it but those in a table.

const key = new PluginKey('tableKeys')

/**
 * Gives an editor the keys, the selection of cells and the repairs of tables, once. New plugins begin everything on the screen anew, so
 * a menu that is open at the cursor is waited for.
 */
export function giveTables(editor: Editor): void {
  const give = () => {
    if (editor.isDestroyed || isChoosing(editor)) return
    editor.off('transaction', give)
    if (key.get(editor.state)) return
    for (const plugin of [tableEditing(), tableKeys()]) editor.registerPlugin(plugin)
  }
  editor.on('transaction', give)
  give()
}

/** Whether one of Tiptap's suggestions is open: their plugins say so in their state. */
function isChoosing({ state }: Editor): boolean {
  return state.plugins.some(plugin => {
    const own: unknown = plugin.getState(state)
    return typeof own === 'object' && own !== null && 'active' in own && own.active === true
  })
}

/** A command that leaves the cursor in its table, where there is still one. */
export function stayingInTable(command: Command): Command {
  return (state, dispatch) => {
    const table = findTable(state.selection.$from)
    return command(
      state,
      dispatch &&
        (tr => {
          const at = table && tr.mapping.map(table.pos)
          const node = at === null ? null : tr.doc.nodeAt(at)
          const isLeft = at !== null && node?.type.name === 'table' && findTable(tr.selection.$from)?.pos !== at
          if (isLeft) tr.setSelection(TextSelection.near(tr.doc.resolve(at + node.nodeSize - 1), -1))
          dispatch(tr)
        }),
    )
  }
}

/** Tab leads through the cells and makes a new row after the last; all cells selected, Delete takes the table. */
function tableKeys(): Plugin {
  const keys = keymap({
    Tab: (state, dispatch, view) =>
      goToNextCell(1)(state, dispatch) ||
      (addRowAfter(state, dispatch) && (!view || goToNextCell(1)(view.state, view.dispatch))),
    'Shift-Tab': goToNextCell(-1),
    Backspace: deleteWhole,
    'Mod-Backspace': deleteWhole,
    Delete: deleteWhole,
    'Mod-Delete': deleteWhole,
  })
  return new Plugin({
    key,
    props: {
      ...keys.props,
      handleDOMEvents: {
        // What was selected is what the context menu is about.
        mousedown({ state: { selection } }, event) {
          const isKept =
            event.button === 2 &&
            selection instanceof CellSelection &&
            event.target instanceof Element &&
            event.target.closest('.selectedCell') !== null
          if (isKept) event.preventDefault()
          return isKept
        },
      },
    },
  })
}

const deleteWhole: Command = (state, dispatch) => {
  const { selection } = state
  const isWhole = selection instanceof CellSelection && selection.isColSelection() && selection.isRowSelection()
  return isWhole && deleteTable(state, dispatch)
}
