import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'
import { findTks } from '#lib/prose/tk.ts'
import { decorate, redecorate } from './line-marks.ts'

export const tkMarks = new PluginKey<DecorationSet>('tkMarks')

/** Shows where TK stands in the text: what is still to come, and keeps the review from readers until it is there. */
export const TkMarks = Extension.create<{ className: string }>({
  name: 'tkMarks',
  addOptions: () => ({ className: '' }),
  addProseMirrorPlugins() {
    const marks = { find: findTks, className: this.options.className }
    return [
      new Plugin<DecorationSet>({
        key: tkMarks,
        state: {
          init: (_, { doc }) => decorate(doc, marks),
          apply: (transaction, before) => redecorate(before, transaction, marks),
        },
        props: { decorations: state => tkMarks.getState(state) },
      }),
    ]
  },
})
