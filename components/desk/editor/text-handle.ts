import type { Editor } from '@tiptap/core'

/** The text's editor, for what stands beside the text; null until it is there. */
export interface TextHandle {
  get(): Editor | null
  /** Returns the way to take it back. */
  attach(editor: Editor): () => void
  subscribe(listener: () => void): () => void
}

export function createTextHandle(): TextHandle {
  let own: Editor | null = null
  const listeners = new Set<() => void>()
  const set = (editor: Editor | null) => {
    own = editor
    for (const listener of [...listeners]) listener()
  }
  return {
    get: () => own,
    attach(editor) {
      set(editor)
      return () => {
        if (own === editor) set(null)
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
