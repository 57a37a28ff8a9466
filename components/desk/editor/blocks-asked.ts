import type { Editor } from '@tiptap/core'

/** What keys, menus and the text itself ask of whoever draws dialogs: pictures to choose, an address, the words of a footnote. */
export type BlockAsked =
  | { what: 'picture' }
  /** Pictures for a new gallery, or for the one that stands there. */
  | { what: 'gallery'; at: number | null }
  | { what: 'embed' }
  | { what: 'footnote'; at: number }
  /** The picture of the figure there: another one, or its focal point. */
  | { what: 'figure'; at: number }

type Listener = (asked: BlockAsked) => void

const listeners = new WeakMap<Editor, Set<Listener>>()

export function ask(editor: Editor, asked: BlockAsked): void {
  for (const listener of [...(listeners.get(editor) ?? [])]) listener(asked)
}

/** Calls back when something is asked. Returns the way to stop. */
export function onBlockAsked(editor: Editor, listener: Listener): () => void {
  const own = listeners.get(editor) ?? new Set()
  listeners.set(editor, own.add(listener))
  return () => own.delete(listener)
}
