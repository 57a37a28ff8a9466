import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Editor } from '@tiptap/react'
import type { Prose } from '#lib/prose/prose.ts'

const key = new PluginKey<DecorationSet>('fresh')

/** How long what has just come from somebody else is marked, in milliseconds. */
const freshFor = 4_000

/**
 * Shows a text that was written elsewhere. Only what differs is replaced: the place on the screen, a selection, and what was drawn of the rest
 * stay as they are. `isFollowing`: somebody else writes it while this window reads along; then what is new is marked for a moment, and
 * cannot be undone here.
 */
export function showText(editor: Editor, body: Prose, { isFollowing }: { isFollowing: boolean }): void {
  const tr = editor.state.tr.setMeta('preventUpdate', true)
  const next = read(editor, body)
  const range = next && replaceDifference(tr, next)
  if (!range) {
    editor.commands.setContent(body, { emitUpdate: false })
    return
  }
  if (isFollowing) tr.setMeta('addToHistory', false).setMeta(key, range)
  if (tr.docChanged) editor.view.dispatch(tr)
}

interface Range {
  from: number
  to: number
}

/** Null when it has something that this page's grammar does not know: the page is older than the server. */
function read(editor: Editor, body: Prose): Node | null {
  try {
    const next = editor.schema.nodeFromJSON(body)
    next.check()
    return next
  } catch {
    return null
  }
}

/** Replaces from the first difference to the last; null when that does not come to the same. */
export function replaceDifference(tr: Transaction, text: Node): Range | null {
  const { doc } = tr
  // The empty line that the editor adds below a text that ends with another block is no difference.
  const tail = doc.lastChild
  const isAdded =
    doc.childCount > 1 && tail?.isTextblock && tail.content.size === 0 && text.lastChild?.type !== tail.type
  const next = tail && isAdded ? text.copy(text.content.addToEnd(tail)) : text
  const from = doc.content.findDiffStart(next.content)
  const ends = doc.content.findDiffEnd(next.content)
  if (from === null || !ends) return { from: 0, to: 0 }
  // Of "aa" and "aaa" both ends find the same letters.
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b))
  const to = ends.b + overlap
  try {
    tr.replace(from, ends.a + overlap, next.slice(from, to))
  } catch {
    // The two ends are of blocks that do not fit together.
    return null
  }
  return tr.doc.eq(next) ? { from, to } : null
}

/** Marks what has just come from somebody else, for a moment. */
export const FreshMarks = Extension.create<{ className: string }>({
  name: 'freshMarks',
  addOptions: () => ({ className: '' }),
  addProseMirrorPlugins() {
    const { className } = this.options
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply(tr, marks) {
            const range: unknown = tr.getMeta(key)
            if (range === null) return DecorationSet.empty
            const kept = marks.map(tr.mapping, tr.doc)
            return isRange(range) ? kept.add(tr.doc, marksIn(tr.doc, range, className)) : kept
          },
        },
        props: { decorations: (state: EditorState) => key.getState(state) },
        view: fading,
      }),
    ]
  },
})

function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && 'from' in value && 'to' in value
}

/** Words are marked as words; a picture or another block that is new as a whole, as a whole. */
function marksIn(doc: Node, { from, to }: Range, className: string): Decoration[] {
  const attrs = { class: className }
  const marks = [Decoration.inline(from, to, attrs)]
  doc.nodesBetween(from, to, (node, at) => {
    if (node.isBlock && node.isAtom && at >= from && at + node.nodeSize <= to)
      marks.push(Decoration.node(at, at + node.nodeSize, attrs))
  })
  return marks
}

/** Takes the marks away when nothing new has come for a while. */
function fading(view: EditorView) {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    update({ state }: EditorView, before: EditorState) {
      const marks = key.getState(state)
      if (marks === key.getState(before) || marks === DecorationSet.empty) return
      clearTimeout(timer)
      timer = setTimeout(() => view.dispatch(view.state.tr.setMeta(key, null).setMeta('addToHistory', false)), freshFor)
    },
    destroy: () => clearTimeout(timer),
  }
}
