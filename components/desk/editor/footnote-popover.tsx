'use client'
import { posToDOMRect } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '#components/ui/button.tsx'
import { marks } from './blocks.ts'
import { useWritten } from './editor-context.tsx'
import styles from './footnote-popover.module.css'
import { closedNote, footnoteGrammar, noteAt, withWords, wordsOf } from './footnote-words.ts'
import { LinkDialog } from './link-dialog.tsx'
import { SmartPunctuation } from './smart-punctuation.ts'
import { ActionButton } from './text-toolbar.tsx'
import { usePunctuation } from './use-punctuation.ts'

/** The words of the footnote at a place of the text, under its number. What is written is in the text at once; Escape goes back to it. */
export function FootnotePopover({ text, at: begun, onClose }: { text: Editor; at: number; onClose: () => void }) {
  const at = usePlace(text, begun, onClose)
  const [isLinking, setLinking] = useState(false)
  const written = useWritten()
  const style = usePunctuation()
  const close = useCallback(
    (isBack: boolean) => {
      onClose()
      if (text.isDestroyed) return
      const tr = closedNote(text.state, at.current)
      // Somebody who went elsewhere stays there.
      if (!isBack) tr.setSelection(text.state.selection.map(tr.doc, tr.mapping))
      if (isBack || tr.docChanged) text.view.dispatch(tr)
      if (isBack) text.view.focus()
    },
    [text, at, onClose],
  )
  const words = useEditor({
    immediatelyRender: false,
    autofocus: 'end',
    editable: text.isEditable,
    content: wordsFrom(text, begun),
    extensions: [...footnoteGrammar(), SmartPunctuation.configure({ style })],
    editorProps: {
      attributes: {
        class: styles.words ?? '',
        role: 'textbox',
        'aria-multiline': 'false',
        'aria-label': `Words of footnote ${numberOf(text, begun)}`,
      },
      handleKeyDown: (_, event) => {
        if (event.isComposing) return false
        if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') setLinking(true)
        else if (event.key === 'Escape' || event.key === 'Enter') close(true)
        else return false
        event.preventDefault()
        return true
      },
    },
    onUpdate: ({ editor: { state } }) => {
      const tr = withWords(text.state, at.current, state.doc.firstChild?.content ?? state.doc.content)
      if (tr) text.view.dispatch(tr)
    },
  })
  useEffect(() => {
    const leave = ({ target }: PointerEvent) => {
      const isOurs = target instanceof Element && target.closest('[role="dialog"], [role="listbox"], [data-rac]')
      if (!isOurs) close(false)
    }
    document.addEventListener('pointerdown', leave, { capture: true })
    return () => document.removeEventListener('pointerdown', leave, { capture: true })
  }, [close])
  const { left, bottom } = posToDOMRect(text.view, begun, begun + 1)
  return createPortal(
    <div
      className={styles.popover}
      style={{ insetInlineStart: within(left), insetBlockStart: bottom + window.scrollY + 8 }}
      role="dialog"
      aria-label={`Footnote ${numberOf(text, begun)}`}
    >
      <EditorContent editor={words} {...written} />
      <div className={styles.tools}>
        {words &&
          [...marks.slice(0, 2), linkTo(() => setLinking(true))].map(action => (
            <ActionButton key={action.id} action={action} editor={words} isActive={false} />
          ))}
        <span>@ mentions a work or a person</span>
        <Button size="small" onPress={() => close(true)}>
          Done
        </Button>
      </div>
      {words && isLinking && <LinkDialog editor={words} isOpen onOpenChange={setLinking} />}
    </div>,
    document.body,
  )
}

/** Where the footnote is, while the text around it changes; when it has gone, there is nothing to write in. */
function usePlace(text: Editor, begun: number, onGone: () => void): RefObject<number> {
  const at = useRef(begun)
  useEffect(() => {
    const follow = ({ transaction }: { transaction: Transaction }) => {
      at.current = transaction.mapping.map(at.current, -1)
      if (!noteAt(text.state, at.current)) onGone()
    }
    text.on('transaction', follow)
    return () => void text.off('transaction', follow)
  }, [text, onGone])
  return at
}

function linkTo(run: () => void) {
  return { id: 'link', label: 'Link', keys: 'Mod+K', run }
}

function wordsFrom({ state }: Editor, at: number) {
  const note = noteAt(state, at)
  return note ? wordsOf(note) : null
}

/** As readers count them: those of pull quotes are not called. */
function numberOf({ state: { doc } }: Editor, at: number): number {
  let number = 1
  doc.nodesBetween(0, at, (node, place) => {
    if (node.type.name === 'footnote' && place < at) number++
    return node.type.name !== 'pullQuote'
  })
  return number
}

/** Never over the edge of a narrow screen. */
function within(left: number): number {
  const widest = Math.min(24 * 16, window.innerWidth - 16)
  return Math.max(8, Math.min(left - 16, document.documentElement.clientWidth - widest - 8)) + window.scrollX
}
