'use client'
import { posToDOMRect } from '@tiptap/core'
import { type Editor, useEditorState } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { keysText } from '../keys.ts'
import { nameMarks } from './name-marks.ts'
import styles from './names.module.css'
import { useNames } from './names-context.tsx'

/** Joins the text to the name check. Under a doubtful name, when the cursor is in it: the right one, and that it is right as it is. The keys are the text's. */
export function NamePopover({ editor }: { editor: Editor }) {
  const { fix, accept, mayAccept, attach } = useNames()
  const [closed, setClosed] = useState('')
  useEffect(() => attach(editor), [attach, editor])
  const mark = useEditorState({ editor, selector: ({ editor: current }) => markUnderCursor(current) })
  const id = mark ? `${mark.from} ${mark.text}` : ''
  useEffect(() => {
    if (!id) return setClosed('')
    const close = (event: KeyboardEvent) => event.key === 'Escape' && setClosed(id)
    editor.view.dom.addEventListener('keydown', close)
    return () => editor.view.dom.removeEventListener('keydown', close)
  }, [editor, id])
  if (!mark || closed === id) return null
  const box = posToDOMRect(editor.view, mark.from, mark.to)
  return createPortal(
    <div
      className={styles.popover}
      style={{ insetInlineStart: leftOf(box.left), insetBlockStart: box.bottom + window.scrollY + 6 }}
      role="toolbar"
      aria-label={`“${mark.text}” looks misspelt`}
      onMouseDown={event => event.preventDefault()}
    >
      <button
        type="button"
        className={styles.fix}
        onClick={() => fix({ in: 'text', place: 'Text', doubt: mark, mark })}
      >
        <span>
          <strong>{mark.suggestion}</strong>
          {mark.name !== mark.suggestion && <small>{mark.isAccent ? 'with its accents' : `as in ${mark.name}`}</small>}
        </span>
        <kbd>{keysText('Alt+Enter')}</kbd>
      </button>
      <button type="button" onClick={() => accept(mark)}>
        <span>{mayAccept ? 'It is right as it is' : 'Leave it for now'}</span>
        <kbd>{keysText('Alt+Shift+Enter')}</kbd>
      </button>
    </div>,
    document.body,
  )
}

function markUnderCursor({ state, isFocused, isEditable }: Editor) {
  const { marks = [], typingAt = null } = nameMarks.getState(state) ?? {}
  const { empty, head } = state.selection
  if (!isFocused || !isEditable || !empty || typingAt !== null) return null
  return marks.find(({ from, to }) => from <= head && head <= to) ?? null
}

/** Never over the edge of a narrow screen. */
function leftOf(left: number): number {
  const widest = Math.min(20 * 16, window.innerWidth - 16)
  return Math.max(8, Math.min(left, document.documentElement.clientWidth - widest - 8)) + window.scrollX
}
