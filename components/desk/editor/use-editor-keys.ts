'use client'
import type { Editor } from '@tiptap/core'
import { useEffect, useRef } from 'react'
import { useEditorDesk } from './editor-context.tsx'

/** Keys that work wherever the cursor is: save, publish, help. */
export function useEditorKeys({ onPublish }: { onPublish: () => void }): void {
  const { autosave, review, text } = useEditorDesk()
  const latest = useRef(onPublish)
  useEffect(() => {
    latest.current = onPublish
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      if (event.key.toLowerCase() === 's' && !event.shiftKey) void autosave.save({ isAsked: true })
      else if (event.key === 'Enter' && isLeavingTable(text.get())) text.get()?.commands.leaveTable()
      else if (event.key === 'Enter' && isSending(event)) return
      else if (event.key === 'Enter' && review.may.publish) latest.current()
      else if (event.key === '/') document.getElementById('shortcuts')?.click()
      else return
      event.preventDefault()
    }
    // Before the text sees it, which makes a line break of Ctrl+Enter.
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [autosave, review, text])
}

/** In a message beside the text the same keys send it. */
function isSending({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('[data-sends]') !== null
}

/** In a table the same keys lead out of it first. */
function isLeavingTable(editor: Editor | null): boolean {
  return editor?.isFocused === true && editor.isEditable && editor.isActive('table')
}
