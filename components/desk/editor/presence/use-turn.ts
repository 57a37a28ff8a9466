'use client'
import type { Editor } from '@tiptap/core'
import { useLayoutEffect } from 'react'
import { isSuggesting } from '../notes/suggesting-in.ts'
import { mayWriteIn, type PresenceStore } from './presence-store.ts'

/**
 * Lets the text be written while this window has the pen. Beside React's drawing and before it: the fields that stand inside the text ask the
 * editor whether they may be changed.
 */
export function useTurn(editor: Editor | null, presence: PresenceStore, mayEdit: boolean): void {
  useLayoutEffect(() => {
    if (!editor) return
    const turn = () => {
      // Whoever suggests writes beside the text, whose ever the pen is.
      if (!isSuggesting(editor)) setTurn(editor, mayEdit && mayWriteIn(presence.get()))
    }
    turn()
    return presence.subscribe(turn)
  }, [editor, presence, mayEdit])
}

/** What cannot be written can still be read, selected and scrolled by keyboard. */
export function setTurn(editor: Editor, mayWrite: boolean): void {
  if (editor.isDestroyed) return
  if (editor.isEditable !== mayWrite) editor.setEditable(mayWrite, false)
  const { dom } = editor.view
  if (mayWrite) dom.removeAttribute('tabindex')
  else dom.tabIndex = 0
  dom.setAttribute('aria-readonly', String(!mayWrite))
}
