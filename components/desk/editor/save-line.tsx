'use client'
import { fieldName, isField } from '#lib/reviews/compare.ts'
import type { SaveState, SaveStatus } from './autosave.ts'
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

function saveText({ state, problems, isKept }: SaveStatus, at: string): { text: string; isTrouble: boolean } {
  if (state.kind === 'unsaved') return { text: 'Not saved yet', isTrouble: false }
  if (state.kind === 'saving') return { text: 'Saving…', isTrouble: false }
  if (state.kind === 'saved') {
    const held = Object.keys(problems).filter(isField).map(fieldName)
    return held.length === 0
      ? { text: `Saved ${at}`, isTrouble: false }
      : { text: `Saved ${at}, but not: ${held.join(', ')}`, isTrouble: true }
  }
  const kept = isKept ? 'Kept in this browser.' : 'This browser has no room for it: copy your text.'
  return { text: `Not saved: ${reasonOf(state)}. ${kept}`, isTrouble: true }
}

type Trouble = Exclude<SaveState, { kind: 'saved' | 'unsaved' | 'saving' }>

function reasonOf(state: Trouble): string {
  if (state.kind === 'retrying') return state.reason === 'offline' ? 'no connection' : 'the server did not manage'
  if (state.kind === 'signed-out') return 'you are signed out, sign in again in another tab'
  if (state.kind === 'conflict') return 'somebody else saved first'
  return refusals[state.code]
}

const refusals = {
  'not-found': 'this review is not yours to see any more',
  'not-allowed': 'your role does not allow it',
  'too-large': 'the review is longer than 1 MB, split it in two',
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
