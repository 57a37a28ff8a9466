'use client'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import styles from './difference.module.css'

/** Leads from change to change, by button or F8, as in the editor. */
export function ChangeSteps({ count }: { count: number }) {
  const [at, setAt] = useState(0)
  const step = useCallback(
    (by: 1 | -1) => {
      const changes = [...document.querySelectorAll<HTMLElement>('[data-change]')]
      const present = changes.findIndex(change => change.contains(document.activeElement))
      const from = present < 0 ? at - 1 : present
      const next = Math.min(changes.length - 1, Math.max(0, from + by))
      setAt(next + 1)
      changes[next]?.focus({ preventScroll: true })
      changes[next]?.scrollIntoView({ block: 'center' })
    },
    [at],
  )
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      step(event.shiftKey ? -1 : 1)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [step])
  if (count < 2) return null
  return (
    <nav className={styles.steps} aria-label="Changes">
      <span role="status">{at === 0 ? `${count} changes` : `Change ${at} of ${count}`}</span>
      <Button size="small" onPress={() => step(-1)} isDisabled={at === 1} aria-keyshortcuts="Shift+F8">
        Previous
      </Button>
      <Button size="small" onPress={() => step(1)} isDisabled={at === count} aria-keyshortcuts="F8">
        Next change (F8)
      </Button>
    </nav>
  )
}
