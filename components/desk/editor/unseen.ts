'use client'
import { useEffect, useState } from 'react'
import { useEditorDesk, useReviewState } from './editor-context.tsx'
import { answers } from './reading.ts'

/** Of rest after a save, in milliseconds: it is counted by the server, and nobody waits for it. */
const rest = 3_000

/** How much readers have not seen of a live review, as last saved: "14 words and 2 fields". Empty while that is nothing, or not known. */
export function useUnseen(): string {
  const { review, autosave } = useEditorDesk()
  const isChanged = useReviewState() === 'changed'
  const [size, setSize] = useState('')
  useEffect(() => {
    if (!isChanged) return setSize('')
    let counted = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const stopped = new AbortController()
    const count = async () => {
      const { version } = autosave.status()
      if (version === counted || stopped.signal.aborted) return
      const said = await fetchSize(review.id, stopped.signal)
      if (said === null || stopped.signal.aborted) return
      counted = version
      setSize(said)
    }
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(count, rest)
    }
    void count()
    const unsubscribe = autosave.subscribe(wait)
    return () => {
      stopped.abort()
      unsubscribe()
      clearTimeout(timer)
    }
  }, [isChanged, review.id, autosave])
  return size
}

/** Null when the server could not be asked: the page is there to look at it all the same. */
async function fetchSize(id: string, signal: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(`/api/desk/reviews/${id}/changes`, { signal })
    const { unseenSchema } = await answers()
    const answer = unseenSchema.safeParse(await response.json())
    return response.ok && answer.success ? answer.data.size : null
  } catch {
    return null
  }
}
