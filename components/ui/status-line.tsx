'use client'
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react'
import { Button } from './button.tsx'
import styles from './status-line.module.css'

export interface StatusMessage {
  text: string
  /** A way back, such as { label: 'Undo', onPress }. The message then stays until the next one. */
  action?: { label: string; onPress: () => void }
}

const Say = createContext<(message: string | StatusMessage) => void>(() => {})
const Said = createContext<StatusMessage | null>(null)
const shownFor = 8_000

/** `const say = useStatus(); say('Link copied')`: tells what an action did, in the status line, politely to screen readers. */
export function useStatus(): (message: string | StatusMessage) => void {
  return useContext(Say)
}

/** Keeps the message for the StatusLine somewhere inside. Once, around the whole desk. */
export function StatusProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<StatusMessage | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const say = useCallback((message: string | StatusMessage) => {
    const next = typeof message === 'string' ? { text: message } : message
    clearTimeout(timer.current)
    setSaid(next)
    if (!next.action) timer.current = setTimeout(() => setSaid(null), shownFor)
  }, [])
  return (
    <Say value={say}>
      <Said value={said}>{children}</Said>
    </Say>
  )
}

/** One line that says what was just done. Put it in the bar of a page, beside the text and never over it. */
export function StatusLine() {
  const said = useContext(Said)
  return (
    <div className={styles.line}>
      <span role="status">{said?.text ?? ''}</span>
      {said?.action && (
        <Button variant="quiet" size="small" onPress={said.action.onPress}>
          {said.action.label}
        </Button>
      )}
    </div>
  )
}
