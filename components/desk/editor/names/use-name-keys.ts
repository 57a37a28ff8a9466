'use client'
import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useRef } from 'react'
import { doubtAtCursor, goToDoubt, lookNow, type NameKey, nextDoubt } from './name-marks.ts'
import { useNames } from './names-context.tsx'

/**
 * What the name check's keys do in the text: put right where the cursor is, or go to the next; go on to the next; or say that it is right.
 * Always the same function, because an editor keeps its extensions.
 */
export function useNameKeys(): (key: NameKey, editor: Editor) => boolean {
  const names = useNames()
  const latest = useRef(names)
  useEffect(() => {
    latest.current = names
  })
  return useCallback((key, { view }) => {
    lookNow(view)
    const here = key === 'next' ? null : doubtAtCursor(view.state)
    const next = key === 'accept' ? null : nextDoubt(view.state)
    if (here && key === 'accept') latest.current.accept(here)
    else if (here) latest.current.fix({ in: 'text', place: 'Text', doubt: here, mark: here })
    else if (next) goToDoubt(view, next)
    else latest.current.say('No name looks misspelt here.')
    return true
  }, [])
}
