'use client'
import { type Editor, Extension } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import Suggestion from '@tiptap/suggestion'
import { blocks, type TextAction } from './blocks.ts'
import { mayReplace } from './blocks-insert.ts'
import { keysText } from './keys.ts'
import { listRenderer, type Suggested } from './suggestion-list.tsx'

type Entry = Suggested & { action: TextAction }

interface Options {
  mayUpload: boolean
  linkNames: () => void
}

/** `/` at the beginning of a line: everything that can stand in a text, found by typing on. */
export const SlashMenu = Extension.create<Options>({
  name: 'slashMenu',
  addOptions: () => ({ mayUpload: false, linkNames: () => {} }),
  addProseMirrorPlugins() {
    const { editor, options } = this
    const names: TextAction = {
      id: 'linkNames',
      label: 'Link the names of the credits',
      words: 'mentions people credits works',
      detail: 'Each where it first stands in full',
      run: () => options.linkNames(),
    }
    const entries = [...blocks, names]
      .filter(({ needsUpload }) => options.mayUpload || !needsUpload)
      .map(action => ({
        key: action.id,
        title: action.label,
        detail: action.detail,
        aside: action.keys && keysText(action.keys),
        group: action.group ?? 'All of the text',
        action,
      }))
    return [
      Suggestion<Entry, Entry>({
        editor,
        pluginKey: new PluginKey('slashMenu'),
        char: '/',
        startOfLine: true,
        allow: ({ state, range }) => state.doc.resolve(range.from).parent.type.name === 'paragraph',
        items: ({ query }) => entries.filter(({ action }) => matches(action, query) && isFitting(editor, action)),
        command: ({ editor: current, range, props }) => {
          current.chain().focus().deleteRange(range).run()
          props.action.run(current)
        },
        render: listRenderer<Entry>('Blocks', 'No block is called that.'),
      }),
    ]
  },
})

/** Whether what it makes may stand where the cursor is. */
function isFitting({ state, schema }: Editor, { fits }: TextAction): boolean {
  const type = fits ? schema.nodes[fits] : undefined
  return !type || mayReplace(state.selection, type)
}

function matches({ label, words = '' }: TextAction, query: string): boolean {
  const typed = query.toLowerCase()
  return label.toLowerCase().includes(typed) || words.split(' ').some(word => word.startsWith(typed))
}
