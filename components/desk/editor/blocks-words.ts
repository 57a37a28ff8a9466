import type { Editor } from '@tiptap/core'
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state'
import { ask } from './blocks-asked.ts'

// From the text to the words that belong to a block (a title, a caption, a description, its tools) and back, by keyboard.

/** Carried by the control of a block that is gone to first. */
export const wordsOfBlock = { 'data-block-words': '' } as const

/** Goes to the words of what is selected, or of the nearest block around the cursor that has some. */
export function editWords(editor: Editor): boolean {
  const { selection } = editor.state
  const note = noteAt(selection)
  if (note !== null) {
    ask(editor, { what: 'footnote', at: note })
    return true
  }
  if (selection instanceof NodeSelection && withWords.has(selection.node.type.name)) {
    focusSoon(editor, selection.from)
    return true
  }
  const { $from } = selection
  const around = Array.from({ length: $from.depth }, (_, index) => $from.before($from.depth - index))
  const control = around.map(at => controlOf(editor, at)).find(found => found !== null)
  control?.focus()
  return control !== undefined
}

/** What has words of its own whenever it stands alone. */
const withWords = new Set(['figure', 'embed'])

/** Has just been put in, perhaps, and is drawn with the next frame. */
function focusSoon(editor: Editor, at: number, frames = 30): void {
  const control = controlOf(editor, at)
  if (control) control.focus()
  else if (frames > 0 && !editor.isDestroyed) requestAnimationFrame(() => focusSoon(editor, at, frames - 1))
}

function controlOf(editor: Editor, at: number): HTMLElement | null {
  const dom = editor.view.nodeDOM(at)
  return dom instanceof HTMLElement ? dom.querySelector<HTMLElement>('[data-block-words]') : null
}

/** From the words of the block there back into the text: into it where it holds some, else on it. */
export function backToBlock(editor: Editor, at: number): void {
  const { doc, tr } = editor.state
  const node = doc.nodeAt(at)
  if (!node) return void editor.commands.focus()
  const inside = node.isAtom || node.type.name === 'gallery' ? null : Selection.findFrom(doc.resolve(at + 1), 1, true)
  editor.view.dispatch(tr.setSelection(inside ?? NodeSelection.create(doc, at)).scrollIntoView())
  editor.view.focus()
}

/** Goes on writing after the block there, in a new line where there is none. */
export function goOnAfter(editor: Editor, at: number): void {
  const { tr, doc, schema } = editor.state
  const end = at + (doc.nodeAt(at)?.nodeSize ?? 0)
  const { nodeAfter } = doc.resolve(end)
  const line = schema.nodes.paragraph?.create()
  if (!nodeAfter?.isTextblock && line) tr.insert(end, line)
  editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(end + 1))).scrollIntoView())
  editor.view.focus()
}

/** The footnote that is selected, or that the cursor touches. */
function noteAt(selection: Selection): number | null {
  if (selection instanceof NodeSelection) return selection.node.type.name === 'footnote' ? selection.from : null
  const { $head, empty } = selection
  if (!empty) return null
  if ($head.nodeBefore?.type.name === 'footnote') return $head.pos - $head.nodeBefore.nodeSize
  return $head.nodeAfter?.type.name === 'footnote' ? $head.pos : null
}
