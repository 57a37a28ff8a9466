'use client'
import { useState } from 'react'
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx'
import styles from './editor-bar.module.css'
import { useEditorDesk, useSaveStatus } from './editor-context.tsx'
import { saidOf, saveText } from './save-text.ts'

/** One line that always says where what was written is. Read out when that becomes another thing, and not at every save. */
export function SaveLine() {
  const { choices } = useEditorDesk()
  const status = useSaveStatus()
  const { text, isTrouble } = saveText(status, time(status.savedAt, choices))
  return (
    <>
      <p className={styles.saved} role="status" aria-live="off" data-trouble={isTrouble || undefined}>
        {text}
      </p>
      <Announcement said={saidOf(status)} />
    </>
  )
}

function Announcement({ said }: { said: string }) {
  const [first] = useState(said)
  const [hasChanged, setChanged] = useState(false)
  if (said !== first && !hasChanged) setChanged(true)
  return (
    <VisuallyHidden aria-live="polite" data-save-said="">
      {hasChanged && said}
    </VisuallyHidden>
  )
}

/** "14:03", in the editor's own zone. */
export function time(iso: string, { language, timeZone }: { language: string; timeZone: string }): string {
  const today = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'short' })
  const isToday = today.format(new Date(iso)) === today.format(new Date())
  return new Intl.DateTimeFormat(language, {
    timeZone,
    timeStyle: 'short',
    ...(isToday ? {} : { dateStyle: 'medium' }),
  }).format(new Date(iso))
}
