import type { Editor } from '@tiptap/core'

const editors = new WeakSet<Editor>()

/** Whether what is typed in a text is suggested: then it is not the draft, and the draft does not come into it. */
export function isSuggesting(editor: Editor): boolean {
  return editors.has(editor)
}

export function setSuggesting(editor: Editor, isOn: boolean): void {
  if (isOn) editors.add(editor)
  else editors.delete(editor)
}
