'use client'
import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useMemo } from 'react'
import hidden from '#components/ui/visually-hidden.module.css'
import { findTks } from '#lib/prose/tk.ts'
import { isField } from '#lib/reviews/compare.ts'
import { tksLeft } from '#lib/reviews/tks.ts'
import { useDraft, useEditorDesk, useText } from './editor-context.tsx'
import { selectionOf } from './find-marks.ts'
import { goToField, uncoverText } from './go-to-field.ts'
import { keysText } from './keys.ts'
import type { Marked } from './line-marks.ts'
import { useNames } from './names/names-context.tsx'
import { bringIntoSight } from './sight.ts'
import { type Here, nextTk, type TkStop, tkStops } from './tk-places.ts'
import { askFor, onAsked, toolKeys } from './tool-keys.ts'
import styles from './tools.module.css'

/** How many TKs are left, while there are any; pressing it goes to the next, as its keys do. */
export function TkTool() {
  const draft = useDraft()
  const count = useMemo(() => tksLeft(draft).reduce((sum, left) => sum + left.count, 0), [draft])
  const { say } = useNames()
  const go = useGoToTk()
  useEffect(() => onAsked(['next-tk', 'previous-tk'], tool => say(go(hereNow, tool === 'next-tk' ? 1 : -1))), [go, say])
  if (count === 0) return null
  return (
    <button
      type="button"
      className={styles.tks}
      title={`Go to the next (${keysText(toolKeys['next-tk'])})`}
      onMouseDown={event => event.preventDefault()}
      onClick={() => askFor('next-tk')}
    >
      {count} TK<span className={hidden.hidden}>: go to the next</span>
    </button>
  )
}

/** Goes to the next TK from somewhere, and says which it is. */
export function useGoToTk(): (from: (editor: Editor) => Here, by: 1 | -1) => string {
  const { draft } = useEditorDesk()
  const editor = useText()
  return useCallback(
    (from, by) => {
      if (!editor) return ''
      const stops = tkStops(draft.get(), editor.state.doc)
      const next = nextTk(stops, from(editor), by)
      if (!next) return 'No TK is left.'
      goTo(next.stop, editor)
      return `TK ${next.number} of ${stops.length}`
    },
    [draft, editor],
  )
}

/** Where the cursor is. */
function hereNow(editor: Editor): Here {
  const { activeElement } = document
  const id = activeElement?.closest('[id^="field-"]')?.id.replace('field-', '') ?? ''
  if (id === 'body' || editor.isFocused) return { field: 'body', at: editor.state.selection.from }
  if (!isField(id)) return null
  return { field: id, at: isTextControl(activeElement) ? (activeElement.selectionStart ?? 0) : 0 }
}

function goTo(stop: TkStop, editor: Editor): void {
  if (stop.field !== 'body') goToField(stop.field, stop.words ?? undefined)
  else uncoverText(() => goToMark(stop.mark, editor))
}

function goToMark(mark: Marked, { view, state }: Editor): void {
  view.dispatch(state.tr.setSelection(selectionOf(mark, state)))
  view.focus()
  bringIntoSight(view, mark.in === 'text' ? mark.from : mark.at)
  if (mark.in === 'beside') selectIn(view.nodeDOM(mark.at))
}

/** The words of a picture are fields of their own in the text. */
function selectIn(node: globalThis.Node | null): void {
  if (!(node instanceof HTMLElement)) return
  for (const control of node.querySelectorAll('input, textarea')) {
    const [place] = isTextControl(control) ? findTks(control.value) : []
    if (!isTextControl(control) || !place) continue
    control.focus({ preventScroll: true })
    control.setSelectionRange(place.from, place.to)
    return
  }
}

function isTextControl(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text')
}
