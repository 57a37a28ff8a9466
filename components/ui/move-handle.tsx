'use client'
import type { KeyboardEvent, PointerEvent } from 'react'
import styles from './move-handle.module.css'

export interface MoveHandleProps {
  /** What is moved: "Spike Jonze, director". */
  name: string
  /** Its place in the list, from 0, and how many there are. */
  index: number
  count: number
  /** Puts it into another place. */
  onMove: (to: number) => void
}

/**
 * The handle that changes a row's place in its list (`<li>` in an `<ol>`): dragged, or with the arrow keys, Home and End. The place is
 * part of its name, so a screen reader says it anew after each move.
 */
export function MoveHandle({ name, index, count, onMove }: MoveHandleProps) {
  const go = (to: number) => to !== index && to >= 0 && to < count && onMove(to)
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const to = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: count - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    go(to)
    // The row is drawn elsewhere now, and the focus goes along.
    const handle = event.currentTarget
    requestAnimationFrame(() => handle.focus())
  }
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const row = event.currentTarget.closest('li')
    const rows = [...(row?.parentElement?.children ?? [])]
    const over = rows.findIndex(each => {
      const { top, bottom } = each.getBoundingClientRect()
      return event.clientY >= top && event.clientY < bottom
    })
    if (over >= 0 && row && rows[over] !== row && isPastMiddle(event.clientY, rows[over], over > index)) go(over)
  }
  return (
    <button
      type="button"
      className={styles.handle}
      aria-label={`Move ${name}: ${index + 1} of ${count}. Use the arrow keys.`}
      onKeyDown={onKeyDown}
      onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    >
      <span aria-hidden="true" />
    </button>
  )
}

/** After a row was taken away: the focus goes to the row that has come into its place, or the last one, and not to nothing. */
export function focusRow(list: HTMLElement | null, index: number): void {
  requestAnimationFrame(() => {
    const rows = list?.querySelectorAll<HTMLElement>(':scope > li') ?? []
    rows[Math.min(index, rows.length - 1)]?.querySelector<HTMLElement>('button, input')?.focus()
  })
}

/** A list with one row put into another place. */
export function moved<Row>(rows: readonly Row[], from: number, to: number): Row[] {
  const rest = rows.filter((_, index) => index !== from)
  return [...rest.slice(0, to), ...rows.slice(from, from + 1), ...rest.slice(to)]
}

/** So that rows of different heights do not change places back and forth. */
function isPastMiddle(y: number, row: Element | undefined, isBelow: boolean): boolean {
  if (!row) return false
  const { top, height } = row.getBoundingClientRect()
  return isBelow ? y > top + height / 2 : y < top + height / 2
}
