import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { anchorAt } from '#lib/notes/anchors.ts'
import type { Of } from '#lib/notes/notes-schema.ts'
import { editsBetween } from '#lib/notes/suggestions.ts'
import { setTurn } from '../presence/use-turn.ts'
import { linesIn } from './note-lines.ts'
import { suggestMarks } from './suggest-marks.ts'
import { setSuggesting } from './suggesting-in.ts'

/** The text as it was when somebody began to suggest: what they type stands in the editor only, and goes when they end. */
export interface Suggestions {
  /** What they have typed so far, ready to be kept beside the text. */
  edits(): Of<'suggest'>['edits']
  /** The text is as it was, with its undoing. `mayWrite`: it may be written then. */
  end(mayWrite: boolean): void
}

export function beginSuggesting(editor: Editor): Suggestions {
  const before: EditorState = editor.state
  const base = linesIn(before.doc).map(({ text }) => text)
  setSuggesting(editor, true)
  setTurn(editor, true)
  editor.view.dispatch(before.tr.setMeta(suggestMarks, base).setMeta('addToHistory', false))
  const ids = new Map<string, string>()
  /** The same suggestion sent twice is one: by what it would change. */
  const idOf = (key: string) => {
    const id = ids.get(key) ?? crypto.randomUUID()
    ids.set(key, id)
    return id
  }
  return {
    edits() {
      const now = linesIn(editor.state.doc).map(({ text }) => text)
      return (editsBetween(base, now) ?? []).map(({ place, replacement }) => ({
        id: idOf(JSON.stringify([place, replacement])),
        anchor: { ...anchorAt(base, place), place },
        replacement,
      }))
    },
    end(mayWrite) {
      setSuggesting(editor, false)
      if (editor.isDestroyed) return
      // Whole, with its undoing and the cursor: nothing of what was typed is left.
      editor.view.updateState(before)
      editor.view.dispatch(before.tr.setMeta('addToHistory', false))
      setTurn(editor, mayWrite)
    },
  }
}
