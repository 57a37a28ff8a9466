'use client'
import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react'

const edge = 80
const step = 14

/**
 * Drags the entries of a list by their handles, with mouse, pen or finger. The others make room as one moves; Escape puts it back.
 * `places` are the elements in order; `onMove` is called while dragging, `onDrop` once at the end with where it began.
 */
export function useEntryDrag(
  places: () => HTMLElement[],
  {
    onMove,
    onDrop,
  }: { onMove: (from: number, to: number) => void; onDrop: (id: string, from: number, to: number) => void },
) {
  const [dragged, setDragged] = useState<string | null>(null)
  const drag = useRef({ from: 0, at: 0, y: 0 })
  const latest = useRef({ places, onMove, onDrop })
  useEffect(() => {
    latest.current = { places, onMove, onDrop }
  })
  useEffect(() => {
    if (dragged === null) return
    const follow = () => {
      const { at, y } = drag.current
      const rows = latest.current.places()
      const middle = (index: number) => {
        const box = rows[index]?.getBoundingClientRect()
        return box ? box.top + box.height / 2 : null
      }
      const [above, below] = [middle(at - 1), middle(at + 1)]
      const to = above !== null && y < above ? at - 1 : below !== null && y > below ? at + 1 : at
      if (to === at) return
      drag.current.at = to
      latest.current.onMove(at, to)
    }
    const move = (event: PointerEvent) => {
      drag.current.y = event.clientY
      follow()
    }
    const end = () => {
      latest.current.onDrop(dragged, drag.current.from, drag.current.at)
      setDragged(null)
    }
    const cancel = () => {
      latest.current.onMove(drag.current.at, drag.current.from)
      setDragged(null)
    }
    const keys = (event: KeyboardEvent) => {
      if (event.key === 'Escape') cancel()
    }
    // Near an edge the page goes on by itself, also while the pointer rests.
    const scrolling = setInterval(() => {
      const { y } = drag.current
      if (y < edge) window.scrollBy(0, -step)
      else if (y > window.innerHeight - edge) window.scrollBy(0, step)
      follow()
    }, 16)
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', keys)
    return () => {
      clearInterval(scrolling)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', cancel)
      window.removeEventListener('keydown', keys)
    }
  }, [dragged])
  const begin = (id: string, at: number) => (event: ReactPointerEvent) => {
    if (event.button !== 0) return
    event.preventDefault()
    drag.current = { from: at, at, y: event.clientY }
    setDragged(id)
  }
  return { dragged, begin }
}
