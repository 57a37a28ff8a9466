import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** What bars cover at the top of the screen, and what is too near to its end, in pixels. */
const margin = { top: 170, bottom: 90 }

/** Brings a place of the text on the screen, in its upper half, also while the focus is elsewhere. Left where it is when it can be seen. */
export function bringIntoSight(view: EditorView, at: number): void {
  const { top, bottom } = boxOf(view, at)
  if (top >= margin.top && bottom <= window.innerHeight - margin.bottom) return
  window.scrollBy({ top: top - Math.max(margin.top, window.innerHeight * 0.35) })
}

function boxOf(view: EditorView, at: number): { top: number; bottom: number } {
  const dom = view.nodeDOM(at)
  if (dom instanceof HTMLElement && view.state.doc.nodeAt(at)?.isBlock) {
    const { top, bottom } = dom.getBoundingClientRect()
    // Of a tall picture its end, under which its words stand.
    return bottom - top > window.innerHeight / 2 ? { top: bottom - window.innerHeight / 2, bottom } : { top, bottom }
  }
  return view.coordsAtPos(at)
}

/** The selected words, where they are of one line: what somebody who looks for something has often selected. */
export function selectedText({ doc, selection }: EditorState): string {
  const { $from, $to, from, to } = selection
  return $from.sameParent($to) && to - from <= 200 ? doc.textBetween(from, to) : ''
}
