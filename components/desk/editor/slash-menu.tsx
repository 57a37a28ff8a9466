'use client'
import { Extension } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import Suggestion from '@tiptap/suggestion'
import { blocks, type TextAction } from './blocks.ts'
import { listRenderer, type Suggested } from './suggestion-list.tsx'

type Entry = Suggested & { action: TextAction }

/** `/` at the beginning of a line: everything that can stand in a text, found by typing on. */
export const SlashMenu = Extension.create<{ addPicture: () => void; linkNames: () => void }>({
  name: 'slashMenu',
  addOptions: () => ({ addPicture: () => {}, linkNames: () => {} }),
  addProseMirrorPlugins() {
    const picture: TextAction = {
      id: 'figure',
      label: 'Picture',
      words: 'image photo figure upload',
      detail: 'From this computer',
      run: () => this.options.addPicture(),
    }
    const names: TextAction = {
      id: 'linkNames',
      label: 'Link the names of the credits',
      words: 'mentions people credits works',
      detail: 'Each where it first stands in full',
      run: () => this.options.linkNames(),
    }
    const entries = [...blocks.slice(0, 6), picture, ...blocks.slice(6), names].map(action => ({
      key: action.id,
      title: action.label,
      detail: action.detail,
      action,
    }))
    return [
      Suggestion<Entry, Entry>({
        editor: this.editor,
        pluginKey: new PluginKey('slashMenu'),
        char: '/',
        startOfLine: true,
        allow: ({ state, range }) => state.doc.resolve(range.from).parent.type.name === 'paragraph',
        items: ({ query }) => entries.filter(({ action }) => matches(action, query)),
        command: ({ editor, range, props }) => {
          editor.chain().focus().deleteRange(range).run()
          props.action.run(editor)
        },
        render: listRenderer<Entry>('Blocks'),
      }),
    ]
  },
})

function matches({ label, words = '' }: TextAction, query: string): boolean {
  const typed = query.toLowerCase()
  return label.toLowerCase().includes(typed) || words.split(' ').some(word => word.startsWith(typed))
}
