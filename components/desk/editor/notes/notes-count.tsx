'use client'
import hidden from '#components/ui/visually-hidden.module.css'
import styles from './notes.module.css'
import { useNotes } from './notes-store.ts'

/** How many notes are open, in the name of their part of the panel. */
export function NotesCount() {
  const [{ beside }] = useNotes()
  const open = beside?.notes.filter(({ state }) => state === 'open').length ?? 0
  if (open === 0) return null
  return (
    <span className={styles.count}>
      {open}
      <span className={hidden.hidden}> open</span>
    </span>
  )
}
