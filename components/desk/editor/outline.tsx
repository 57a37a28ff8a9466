'use client'
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { classes } from '#components/ui/classes.ts'
import hidden from '#components/ui/visually-hidden.module.css'
import { useEditorDesk, useText } from './editor-context.tsx'
import { uncoverText } from './go-to-field.ts'
import { onIdle } from './idle.ts'
import styles from './outline.module.css'
import { type OutlineItem, outlineOf, partAt } from './outline-items.ts'
import { bringIntoSight } from './sight.ts'

/** The parts of the text, where in them the cursor is, and what in them is not ready. A press goes there; arrows go along. */
export function Outline({ times }: { times: number }) {
  const editor = useText()
  return editor ? <Parts editor={editor} times={times} /> : null
}

/** `times` says how often it was asked for by its key: each time takes the focus. */
function Parts({ editor, times }: { editor: Editor; times: number }) {
  const { choices } = useEditorDesk()
  const [items, setItems] = useState<OutlineItem[]>([])
  const list = useRef<HTMLOListElement>(null)
  useEffect(
    () =>
      onIdle(
        listener => {
          editor.on('update', listener)
          return () => editor.off('update', listener)
        },
        () => setItems(outlineOf(editor.state.doc)),
      ),
    [editor],
  )
  const current = useEditorState({
    editor,
    selector: ({ editor: { state } }) => partAt(items, state.selection.from),
  })
  const isReady = items.length > 0
  useEffect(() => {
    if (times > 0 && isReady) list.current?.querySelector<HTMLElement>('[aria-current]')?.focus()
  }, [times, isReady])
  const go = ({ at, kind }: OutlineItem) =>
    uncoverText(() => {
      const { state, view } = editor
      const place = state.doc.resolve(Math.min(kind === 'tk' ? at : at + 1, state.doc.content.size))
      view.dispatch(state.tr.setSelection(TextSelection.near(place)))
      view.focus()
      bringIntoSight(view, at)
    })
  return (
    <nav className={styles.outline} aria-label="Outline of the text">
      <ol ref={list} onKeyDown={event => along(event, list.current)}>
        {items.map((item, index) => (
          <li key={`${item.kind}-${item.at}`} className={classes(styles[item.kind], item.level === 2 && styles.small)}>
            <button type="button" aria-current={index === current ? 'location' : undefined} onClick={() => go(item)}>
              <span>{item.text || 'A heading without words'}</span>
              {item.words > 0 && (
                <small>
                  {item.words.toLocaleString(choices.language)}
                  <span className={hidden.hidden}> words</span>
                </small>
              )}
            </button>
          </li>
        ))}
      </ol>
      {items.length === 1 && (
        <p className={styles.hint}>
          Headings stand here as you write them: type <kbd>##</kbd> and a space at the beginning of a line.
        </p>
      )}
    </nav>
  )
}

function along(event: KeyboardEvent, list: HTMLElement | null): void {
  const buttons = [...(list?.querySelectorAll('button') ?? [])]
  const at = buttons.findIndex(button => button.matches(':focus'))
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
  if (next === undefined) return
  event.preventDefault()
  buttons[Math.min(Math.max(next, 0), buttons.length - 1)]?.focus()
}
