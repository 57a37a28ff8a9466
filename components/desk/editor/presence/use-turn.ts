'use client'
import type { Editor } from '@tiptap/react'
import { useLayoutEffect } from 'react'
import { mayWriteIn, type PresenceStore } from './presence-store.ts'

/**
 * Lets the text be written while this window has the pen. Beside React's drawing and before it: the fields that stand inside the text ask the
 * editor whether they may be changed.
 */
export function useTurn(editor: Editor | null, presence: PresenceStore, mayEdit: boolean): void {
  useLayoutEffect(() => {
    if (!editor) return
    const turn = () => {
      const mayWrite = mayEdit && mayWriteIn(presence.get())
      if (editor.isDestroyed) return
      if (editor.isEditable !== mayWrite) editor.setEditable(mayWrite, false)
      const { dom } = editor.view
      // What cannot be written can still be read, selected and scrolled by keyboard.
      if (mayWrite) dom.removeAttribute('tabindex')
      else dom.tabIndex = 0
      dom.setAttribute('aria-readonly', String(!mayWrite))
    }
    turn()
    return presence.subscribe(turn)
  }, [editor, presence, mayEdit])
}
