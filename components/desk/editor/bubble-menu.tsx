'use client'
import { posToDOMRect } from '@tiptap/core'
import { type Editor, useEditorState } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { blocks, linkAction, marks, type TextAction } from './blocks.ts'
import styles from './bubble-menu.module.css'
import { askForNote } from './notes/note-asked.ts'
import { ActionButton } from './text-toolbar.tsx'

/** Over selected words: what can be done to words. For the mouse; the keyboard has the toolbar and the shortcuts. */
export function BubbleMenu({ editor, onLink }: { editor: Editor; onLink: () => void }) {
  const actions = [...marks.slice(0, 2), linkAction(onLink), ...marks.slice(2), ...forWords, comment]
  const isPointing = useIsPointing(editor)
  const { active, isWanted, from, to } = useEditorState({
    editor,
    // Always the same while nothing is selected: a key in the text draws nothing here.
    selector: ({ editor: current }) => {
      if (!current.isFocused || !hasWords(current)) return unwanted
      const { from, to } = current.state.selection
      const active = actions.filter(action => action.isActive?.(current)).map(action => action.id)
      return { active, isWanted: true, from, to }
    },
  })
  if (!isWanted || isPointing) return null
  const box = posToDOMRect(editor.view, from, to)
  const isUnderBars = box.top < barsEnd
  return createPortal(
    <div
      className={styles.menu}
      style={{
        insetInlineStart: within((box.left + box.right) / 2) + window.scrollX,
        insetBlockStart: (isUnderBars ? box.bottom : box.top) + window.scrollY,
      }}
      data-below={isUnderBars || undefined}
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

/** Where the bars at the top of the page end, with room for the menu, in pixels. */
const barsEnd = 170
const comment: TextAction = { id: 'comment', label: 'Comment', keys: 'Mod+Alt+M', run: () => askForNote('comment') }
const forWords = blocks.filter(({ id }) => ['heading2', 'blockquote', 'footnote'].includes(id))

/** Never over the edge of the screen. */
function within(middle: number): number {
  const half = 9 * 16
  return Math.max(half, Math.min(middle, document.documentElement.clientWidth - half))
}

const unwanted: { active: string[]; isWanted: boolean; from: number; to: number } = {
  active: [],
  isWanted: false,
  from: 0,
  to: 0,
}

function hasWords({ state: { selection, doc } }: Editor): boolean {
  return 'node' in selection || selection.empty
    ? false
    : doc.textBetween(selection.from, selection.to, ' ').trim() !== ''
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
