'use client'
import { useCallback, useEffect, useState } from 'react'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { useEditorDesk } from './editor-context.tsx'
import type { LeftCopy } from './left-copies.ts'
import type { LeftCopies } from './use-review-saving.ts'

/** Does something as soon as everything is on the server: only what is there may go from here. */
export function useWhenSaved(isWaiting: boolean, done: () => void): void {
  const { autosave } = useEditorDesk()
  useEffect(() => {
    if (!isWaiting) return
    const stop = autosave.subscribe(look)
    function look() {
      if (autosave.hasUnsaved() || autosave.status().state.kind !== 'saved') return
      stop()
      done()
    }
    look()
    return stop
  }, [autosave, isWaiting, done])
}

/** A copy that was taken by itself, and the way back from it. It stays in the browser until what was taken is on the server. */
export function useTaken(left: LeftCopies) {
  const { draft, autosave } = useEditorDesk()
  const [taken, setTaken] = useState<{ copy: LeftCopy; before: ReviewContent } | null>(null)
  const take = useCallback(
    (copy: LeftCopy) => {
      setTaken({ copy, before: draft.get() })
      autosave.take(copy.copy.content)
    },
    [autosave, draft],
  )
  const window = taken?.copy.window
  const { remove } = left
  useWhenSaved(
    window !== undefined,
    useCallback(() => window && remove(window), [window, remove]),
  )
  const undo = async () => {
    if (!taken) return
    // Saved first by hand, so that the history has what is taken back now.
    await autosave.save({ isAsked: true })
    draft.set(taken.before)
    setTaken(null)
    await autosave.save({ isAsked: true })
  }
  return { taken: taken?.copy ?? null, take, undo: () => void undo(), forget: () => setTaken(null) }
}
