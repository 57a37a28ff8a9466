'use client'
import { type Editor, ReactRenderer } from '@tiptap/react'
import type { SuggestionKeyDownProps, SuggestionProps } from '@tiptap/suggestion'
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import styles from './suggestion-list.module.css'

/** An entry of the list that opens at the cursor. */
export interface Suggested {
  key: string
  title: string
  detail?: string
  /** Said beside it: its key. */
  aside?: string
  /** Under what it stands; entries of one group stand together. */
  group?: string
}

interface ListProps<T> {
  label: string
  /** What is said when nothing is found; without it the list goes away. */
  none?: string
  items: (T & Suggested)[]
  isLoading: boolean
  choose: (item: T & Suggested) => void
  editor: Editor
  ref?: Ref<ListHandle>
}

interface ListHandle {
  onKey: (event: KeyboardEvent) => boolean
}

const listId = 'text-suggestions'

/** What opens at the cursor while one types `/` or `@`. The cursor stays in the text, which names the entry that is marked. */
function SuggestionList<T>({ label, none, items, isLoading, choose, editor, ref }: ListProps<T>) {
  const [marked, setMarked] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const at = Math.min(marked, items.length - 1)
  const current = items[at]
  useEffect(() => {
    const { dom } = editor.view
    if (current) dom.setAttribute('aria-activedescendant', `${listId}-${current.key}`)
    dom.setAttribute('aria-controls', listId)
    bringIntoList(list.current, document.getElementById(`${listId}-${current?.key}`))
    return () => {
      dom.removeAttribute('aria-activedescendant')
      dom.removeAttribute('aria-controls')
    }
  }, [editor, current])
  useImperativeHandle(ref, () => ({
    onKey(event) {
      if (items.length === 0) return false
      if (event.key === 'ArrowDown') setMarked((at + 1) % items.length)
      else if (event.key === 'ArrowUp') setMarked((at + items.length - 1) % items.length)
      else if (event.key === 'Enter' || event.key === 'Tab') current && choose(current)
      else return false
      return true
    },
  }))
  if (items.length === 0 && !isLoading && !none) return null
  const groups = [...new Set(items.map(({ group = '' }) => group))]
  return (
    <div ref={list} className={styles.list}>
      <div role="listbox" id={listId} aria-label={label}>
        {groups.map(group => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list box
          <div key={group} role="group" aria-label={group || label}>
            {group && (
              <p className={styles.group} aria-hidden="true">
                {group}
              </p>
            )}
            {items
              .filter(item => (item.group ?? '') === group)
              .map(item => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text's, which has the focus.
                // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text (aria-activedescendant).
                <div
                  key={item.key}
                  id={`${listId}-${item.key}`}
                  role="option"
                  aria-selected={item === current}
                  className={styles.entry}
                  onMouseDown={event => event.preventDefault()}
                  onMouseMove={() => setMarked(items.indexOf(item))}
                  onClick={() => choose(item)}
                >
                  <span>{item.title}</span>
                  {item.aside && <kbd>{item.aside}</kbd>}
                  {item.detail && <small>{item.detail}</small>}
                </div>
              ))}
          </div>
        ))}
      </div>
      <p className={items.length === 0 ? styles.looking : styles.said} role="status">
        {items.length > 0 ? countOf(items.length) : isLoading ? 'Looking…' : none}
      </p>
    </div>
  )
}

/** Not `scrollIntoView`, which moves the page too: when this is first drawn it has no place at the cursor yet. */
function bringIntoList(list: HTMLElement | null, entry: HTMLElement | null): void {
  if (!list || !entry) return
  const [all, one] = [list.getBoundingClientRect(), entry.getBoundingClientRect()]
  if (one.top < all.top) list.scrollTop -= all.top - one.top
  else if (one.bottom > all.bottom) list.scrollTop += one.bottom - all.bottom
}

function countOf(count: number): string {
  return count === 1 ? '1 to choose' : `${count} to choose from`
}

/** Draws a suggestion of Tiptap's as such a list. */
export function listRenderer<T>(label: string, none?: string) {
  return () => {
    let list: ReactRenderer<ListHandle, ListProps<T>> | undefined
    let unmount: (() => void) | undefined
    const propsOf = (props: SuggestionProps<T & Suggested, T & Suggested>) => ({
      label,
      none,
      items: props.items,
      isLoading: props.loading,
      choose: props.command,
      editor: props.editor,
    })
    return {
      onStart(props: SuggestionProps<T & Suggested, T & Suggested>) {
        list = new ReactRenderer<ListHandle, ListProps<T>>(SuggestionList, {
          editor: props.editor,
          props: propsOf(props),
        })
        unmount = props.mount(list.element)
      },
      onUpdate: (props: SuggestionProps<T & Suggested, T & Suggested>) => list?.updateProps(propsOf(props)),
      onKeyDown: ({ event }: SuggestionKeyDownProps) => list?.ref?.onKey(event) ?? false,
      onExit() {
        unmount?.()
        list?.destroy()
        list = undefined
      },
    }
  }
}
