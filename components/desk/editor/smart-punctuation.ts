import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { lineOf } from './document.ts'
import { punctuate } from './punctuation.ts'
import type { Punctuation } from './punctuation-styles.ts'

/** What was changed by the key before, until anything else happens: Backspace brings back what was typed. */
interface Changed {
  from: number
  to: number
  typed: string
}

const smart = new PluginKey<Changed | null>('smartPunctuation')

/**
 * Quotes, apostrophes, dashes and ellipses as the review's language writes them, while they are typed. Not Tiptap's Typography: that
 * knows English quotes only, changes arrows, fractions and signs that nobody asked for, and cuts the undo history at every apostrophe.
 */
export const SmartPunctuation = Extension.create<{ style: () => Punctuation | null }>({
  name: 'smartPunctuation',
  addOptions: () => ({ style: () => null }),
  addProseMirrorPlugins() {
    const { style } = this.options
    return [
      new Plugin<Changed | null>({
        key: smart,
        state: {
          init: () => null,
          apply: (transaction, before) =>
            transaction.getMeta(smart) ?? (transaction.docChanged || transaction.selectionSet ? null : before),
        },
        props: {
          handleTextInput(view, from, to, typed) {
            const own = style()
            const change = own && isPlain(view.state, from) ? punctuate(lineBefore(view.state, from), typed, own) : null
            if (!change) return false
            const start = from - change.cut
            const raw = view.state.doc.textBetween(start, from) + typed
            const transaction = view.state.tr.insertText(change.insert, start, to)
            const end = start + change.insert.length
            view.dispatch(transaction.setMeta(smart, { from: start, to: end, typed: raw }).scrollIntoView())
            return true
          },
          handleKeyDown(view, event) {
            const changed = smart.getState(view.state)
            if (!changed || event.key !== 'Backspace' || event.ctrlKey || event.metaKey || event.altKey) return false
            view.dispatch(view.state.tr.insertText(changed.typed, changed.from, changed.to).scrollIntoView())
            return true
          },
        },
      }),
    ]
  },
})

function lineBefore({ doc }: EditorState, at: number): string {
  const place = doc.resolve(at)
  return lineOf(place.parent).slice(0, place.parentOffset)
}

/** The words of a link may be an address. */
function isPlain({ doc, storedMarks }: EditorState, at: number): boolean {
  const place = doc.resolve(at)
  const marks = storedMarks ?? place.marks()
  return place.parent.isTextblock && !marks.some(mark => mark.type.name === 'link')
}
