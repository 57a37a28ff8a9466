import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { NodeSelection } from '@tiptap/pm/state'
import { ask } from './blocks-asked.ts'
import { gathered, insertBlock, leftTable, newTable, toggleCallout, unwrapped } from './blocks-insert.ts'
import { deleteBlocks, duplicateBlocks, moveBlocks, type Way } from './blocks-move.ts'
import { editWords } from './blocks-words.ts'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    blocks: {
      /** Takes the selected lines into a callout, or out of it. */
      toggleCallout: () => ReturnType
      /** Takes everything out of the nearest block of that type. */
      unwrapBlock: (name: string) => ReturnType
      /** A table of three by three at the cursor, its first row over the columns. */
      makeTable: (heads?: readonly string[]) => ReturnType
      /** Puts the cursor behind the table that it is in. */
      leaveTable: () => ReturnType
      /** A gallery of the selected picture and those that stand beside it. */
      makeGallery: () => ReturnType
      /** Something of another site, in its place. */
      insertEmbed: (shown: { provider: string; id: string; title?: string }) => ReturnType
      /** A footnote at the cursor, and the field for its words. */
      insertFootnote: () => ReturnType
      moveBlock: (way: Way) => ReturnType
      duplicateBlock: () => ReturnType
      deleteBlock: () => ReturnType
      /** Goes to what belongs to the block at the cursor: its title, caption, description or tools. */
      editBlockWords: () => ReturnType
    }
  }
}

/** As React Aria and ProseMirror write them, for the menus and the help. */
export const blockKeys = {
  footnote: 'Mod+Alt+F',
  words: 'F2',
  up: 'Alt+Shift+ArrowUp',
  down: 'Alt+Shift+ArrowDown',
  duplicate: 'Alt+Shift+D',
  remove: 'Alt+Shift+Backspace',
} as const

interface Options {
  /** Tells screen readers what a key did. */
  say: (words: string) => void
}

/** What can be done with blocks as a whole, by command and by key. */
export const BlockCommands = Extension.create<Options>({
  name: 'blockCommands',
  // Before what others make of these keys.
  priority: 200,
  addOptions: () => ({ say: () => {} }),
  addCommands() {
    return {
      toggleCallout: () => of(toggleCallout),
      unwrapBlock: name => of(state => unwrapped(state, name)),
      makeTable: heads => of(state => insertBlock(state, newTable(state.schema, heads ? 2 : 3, heads?.length, heads))),
      leaveTable: () => of(leftTable),
      makeGallery: () => of(gathered),
      insertEmbed: shown =>
        of(state => {
          const embed = state.schema.nodes.embed?.create(shown)
          return embed ? insertBlock(state, embed) : null
        }),
      insertFootnote:
        () =>
        ({ state, tr, dispatch, editor }) => {
          const { footnote } = state.schema.nodes
          const { $to } = tr.selection
          if (!footnote || !$to.parent.inlineContent || !$to.parent.canReplaceWith($to.index(), $to.index(), footnote))
            return false
          if (!dispatch) return true
          const at = $to.pos
          // The words that it is about stay; it stands behind them, under the same cover.
          const cover = $to.marks().filter(({ type }) => type.name === 'inlineSpoiler')
          tr.insert(at, footnote.create(null, null, cover)).setSelection(NodeSelection.create(tr.doc, at))
          queueMicrotask(() => ask(editor, { what: 'footnote', at }))
          return true
        },
      moveBlock: way => of(state => moveBlocks(state, way)),
      duplicateBlock: () => of(duplicateBlocks),
      deleteBlock: () => of(deleteBlocks),
      editBlockWords:
        () =>
        ({ editor }) =>
          editWords(editor),
    }
  },
  addKeyboardShortcuts() {
    const { editor, options } = this
    const saying = (command: () => boolean, done: string, otherwise = '') => {
      const isDone = command()
      if (isDone || otherwise) options.say(isDone ? done : otherwise)
      return true
    }
    return {
      'Alt-Shift-ArrowUp': () => saying(() => editor.commands.moveBlock('up'), 'Moved up.', 'It is the first.'),
      'Alt-Shift-ArrowDown': () => saying(() => editor.commands.moveBlock('down'), 'Moved down.', 'It is the last.'),
      'Alt-Shift-d': () => saying(() => editor.commands.duplicateBlock(), 'A copy stands below.'),
      'Alt-Shift-Backspace': () => saying(() => editor.commands.deleteBlock(), 'Deleted. Undo brings it back.'),
      'Mod-Alt-f': () => saying(() => editor.commands.insertFootnote(), '', 'A footnote cannot stand here.'),
      F2: () => editor.commands.editBlockWords(),
      'Alt-F10': () => editor.commands.editBlockWords(),
      Enter: () => {
        const { selection } = editor.state
        return selection instanceof NodeSelection && selection.node.isInline && editor.commands.editBlockWords()
      },
    }
  },
})

/** A command of Tiptap's from what makes a transaction of a state; it is a step of its own to undo, however fast it follows the last. */
function of(make: (state: EditorState) => Transaction | null) {
  // Tiptap gives a state whose `tr` is the transaction of the command, so what is made is what is dispatched.
  return ({ state }: { state: EditorState }): boolean => {
    const made = make(state)
    if (made) closeHistory(made)
    return made !== null
  }
}
