import { askForNote, type NoteWish } from './note-asked.ts'

/** As React Aria and ProseMirror write them, for the menu and the help. */
export const noteKeys: Record<NoteWish, string> = {
  comment: 'Mod+Alt+M',
  suggest: 'Mod+Alt+E',
  next: 'F4',
  previous: 'Shift+F4',
}

/** The keys work wherever the cursor is, but over a dialog. Returns the way to stop. */
export function listenForNoteKeys(): () => void {
  const press = (event: KeyboardEvent) => {
    const wish = wishOf(event)
    if (!wish || document.querySelector('[role="dialog"][data-rac], [role="alertdialog"]')) return
    event.preventDefault()
    event.stopPropagation()
    askForNote(wish)
  }
  window.addEventListener('keydown', press, { capture: true })
  return () => window.removeEventListener('keydown', press, { capture: true })
}

function wishOf(event: KeyboardEvent): NoteWish | null {
  // AltGr writes letters on many keyboards, and says that Control and Alt are pressed.
  if (event.getModifierState('AltGraph')) return null
  const isMod = event.ctrlKey || event.metaKey
  if (event.key === 'F4' && !isMod && !event.altKey) return event.shiftKey ? 'previous' : 'next'
  if (!isMod || !event.altKey || event.shiftKey) return null
  return event.code === 'KeyM' ? 'comment' : event.code === 'KeyE' ? 'suggest' : null
}
