'use client'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

/**
 * A list whose rows are written one under another, without leaving the keyboard: Enter begins the next row, Backspace in an empty
 * one takes it away, Alt with an arrow moves it. `most` rows at most.
 */
export function useRows<Row>(
  rows: Row[],
  setRows: (rows: Row[]) => void,
  { most, fresh, isEmpty }: { most: number; fresh: () => Row; isEmpty: (row: Row) => boolean },
) {
  const inputs = useRef<(HTMLElement | null)[]>([])
  const adder = useRef<HTMLElement>(null)
  const [next, setNext] = useState<{ row: number } | null>(null)
  // The row that is gone to may be one that is only now being drawn.
  useEffect(() => {
    if (next) (inputs.current[next.row] ?? adder.current?.querySelector('button'))?.focus()
  }, [next])

  const isFull = rows.length >= most
  const add = (at = rows.length) => {
    if (isFull) return
    setRows([...rows.slice(0, at), fresh(), ...rows.slice(at)])
    setNext({ row: at })
  }
  const remove = (at: number) => {
    setRows(rows.filter((_, index) => index !== at))
    setNext({ row: Math.max(0, Math.min(at, rows.length - 2)) })
  }
  const move = (at: number, by: -1 | 1) => {
    const [row, other] = [rows[at], rows[at + by]]
    if (row === undefined || other === undefined) return
    setRows(rows.map((kept, index) => (index === at ? other : index === at + by ? row : kept)))
    setNext({ row: at + by })
  }
  const onKeyDown = (at: number) => (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const row = rows[at]
    if (event.key === 'Enter') add(at + 1)
    else if (event.key === 'Backspace' && row !== undefined && isEmpty(row)) remove(at)
    else if (event.altKey && event.key === 'ArrowUp') move(at, -1)
    else if (event.altKey && event.key === 'ArrowDown') move(at, 1)
    else return
    event.preventDefault()
  }
  const change = (at: number, row: Row) => setRows(rows.map((kept, index) => (index === at ? row : kept)))
  const refOf = (at: number) => (input: HTMLElement | null) => {
    inputs.current[at] = input
  }
  return { isFull, add, remove, move, change, onKeyDown, refOf, adder }
}
