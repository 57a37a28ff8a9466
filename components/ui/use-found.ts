'use client'
import { useCallback, useEffect, useRef, useState } from 'react'

const pause = 150

export interface Found<T> {
  items: T[]
  state: 'idle' | 'looking' | 'found' | 'failed'
  /** Looks for this; what was looked for before is given up. */
  look: (query: string) => void
}

/** Looks things up on the server while somebody types: after a pause, the last query only. */
export function useFound<T>(load: (query: string, signal: AbortSignal) => Promise<T[]>): Found<T> {
  const [found, setFound] = useState<Omit<Found<T>, 'look'>>({ items: [], state: 'idle' })
  const current = useRef<AbortController>(undefined)
  const latest = useRef(load)
  useEffect(() => {
    latest.current = load
  })
  useEffect(() => () => current.current?.abort(), [])
  const look = useCallback((query: string) => {
    current.current?.abort()
    const controller = new AbortController()
    current.current = controller
    // What was found before stays until there is something newer, so that the list does not flicker.
    setFound(before => ({ items: before.items, state: 'looking' }))
    setTimeout(() => {
      if (controller.signal.aborted) return
      latest.current(query, controller.signal).then(
        items => !controller.signal.aborted && setFound({ items, state: 'found' }),
        () => !controller.signal.aborted && setFound({ items: [], state: 'failed' }),
      )
    }, pause)
  }, [])
  return { ...found, look }
}
