'use client'
import { posToDOMRect } from '@tiptap/core'
import { type Editor, useEditorState } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { marks, type TextAction } from './blocks.ts'
import styles from './bubble-menu.module.css'
import { ActionButton } from './text-toolbar.tsx'

/** Over selected words: what can be done to words. For the mouse; the keyboard has the toolbar and the shortcuts. */
export function BubbleMenu({ editor, onLink }: { editor: Editor; onLink: () => void }) {
  const link: TextAction = {
    id: 'link',
    label: 'Link',
    keys: 'Mod+K',
    run: onLink,
    isActive: current => current.isActive('link'),
  }
  const actions = [...marks.slice(0, 2), link, ...marks.slice(2)]
  const isPointing = useIsPointing(editor)
  const { active, isWanted, from, to } = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      active: actions.filter(action => action.isActive?.(current)).map(action => action.id),
      isWanted: current.isFocused && hasWords(current),
      from: current.state.selection.from,
      to: current.state.selection.to,
    }),
  })
  if (!isWanted || isPointing) return null
  const box = posToDOMRect(editor.view, from, to)
  return createPortal(
    <div
      className={styles.menu}
      style={{
        insetInlineStart: (box.left + box.right) / 2 + window.scrollX,
        insetBlockStart: box.top + window.scrollY,
      }}
      role="toolbar"
      aria-label="Selected words"
    >
      {actions.map(action => (
        <ActionButton key={action.id} action={action} editor={editor} isActive={active.includes(action.id)} />
      ))}
    </div>,
    document.body,
  )
}

function hasWords({ state: { selection, doc } }: Editor): boolean {
  return 'node' in selection ? false : doc.textBetween(selection.from, selection.to, ' ').trim() !== ''
}

/** While the mouse is down the selection is still being made, and nothing should stand in its way. */
function useIsPointing(editor: Editor): boolean {
  const [isDown, setDown] = useState(false)
  useEffect(() => {
    const down = () => setDown(true)
    const up = () => setDown(false)
    const { dom } = editor.view
    dom.addEventListener('pointerdown', down)
    window.addEventListener('pointerup', up)
    return () => {
      dom.removeEventListener('pointerdown', down)
      window.removeEventListener('pointerup', up)
    }
  }, [editor])
  return isDown
}
