import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { preference } from './preferences.ts'

/** Tells the block that the cursor is in from the others, while somebody writes in focus mode. */
export const FocusBlock = Extension.create<{ className: string }>({
  name: 'focusBlock',
  addOptions: () => ({ className: '' }),
  addProseMirrorPlugins() {
    const { className } = this.options
    return [
      new Plugin({
        key: new PluginKey('focusBlock'),
        props: {
          decorations: state => (preference('focus') ? hereOf(state, className) : null),
          handleScrollToSelection(view) {
            if (!preference('focus') || !preference('focus-typewriter') || !view.state.selection.empty) return false
            const { top, bottom } = view.coordsAtPos(view.state.selection.head)
            // As on a typewriter: the line stays, and the paper moves.
            window.scrollBy({ top: (top + bottom) / 2 - window.innerHeight * 0.45 })
            return true
          },
        },
      }),
    ]
  },
})

function hereOf({ doc, selection: { $from, $to } }: EditorState, className: string): DecorationSet | null {
  if ($from.depth === 0) return null
  const [from, to] = [$from.before(1), $to.depth > 0 ? $to.after(1) : $to.pos]
  const blocks: Decoration[] = []
  doc.nodesBetween(from, to, (node, at) => {
    blocks.push(Decoration.node(at, at + node.nodeSize, { class: className }))
    return false
  })
  return DecorationSet.create(doc, blocks)
}
