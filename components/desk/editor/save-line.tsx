'use client'
import { fieldName, isField } from '#lib/reviews/compare.ts'
import type { SaveStatus } from './autosave.ts'
import styles from './editor-bar.module.css'
import { useEditorDesk, useSaveStatus } from './editor-context.tsx'

/** One line that always says where what was written is. */
export function SaveLine() {
  const { choices } = useEditorDesk()
  const status = useSaveStatus()
  const { text, isTrouble } = saveText(status, time(status.savedAt, choices))
  return (
    <p className={styles.saved} role="status" aria-live="polite" data-trouble={isTrouble || undefined}>
      {text}
    </p>
  )
}

function saveText({ state, problems }: SaveStatus, at: string): { text: string; isTrouble: boolean } {
  switch (state.kind) {
    case 'saved': {
      const held = Object.keys(problems).filter(isField).map(fieldName)
      if (held.length === 0) return { text: `Saved ${at}`, isTrouble: false }
      return { text: `Saved ${at}, but not: ${held.join(', ')}`, isTrouble: true }
    }
    case 'unsaved':
      return { text: 'Not saved yet', isTrouble: false }
    case 'saving':
      return { text: 'Saving…', isTrouble: false }
    case 'retrying':
      return {
        text:
          state.reason === 'offline'
            ? 'Not saved: no connection. Kept in this browser.'
            : 'Not saved: the server did not manage. Kept in this browser.',
        isTrouble: true,
      }
    case 'signed-out':
      return {
        text: 'Not saved: you are signed out. Kept in this browser; sign in again in another tab.',
        isTrouble: true,
      }
    case 'conflict':
      return { text: 'Not saved: somebody else saved first. Kept in this browser.', isTrouble: true }
    case 'refused':
      return { text: refusals[state.code], isTrouble: true }
  }
}

const refusals = {
  'not-found': 'Not saved: this review is not yours to see any more. Your text is kept in this browser.',
  'not-allowed': 'Not saved: your role does not allow it. Your text is kept in this browser.',
  'too-large': 'Not saved: the review is longer than 1 MB. Kept in this browser; split it in two.',
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
