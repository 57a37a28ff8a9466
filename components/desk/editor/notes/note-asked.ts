/** What is done with notes from outside of their panel: from the menu over selected words, the editor's menu, or the address. */
export type NoteWish = 'comment' | 'suggest' | 'next' | 'previous'

const name = 'out-of-five:note'

export function askForNote(wish: NoteWish): void {
  window.dispatchEvent(new CustomEvent(name, { detail: wish }))
}

/** Calls back when something is asked for. Returns the way to stop. */
export function onNoteAsked(listener: (wish: string) => void): () => void {
  const hear = (event: Event) => event instanceof CustomEvent && listener(String(event.detail))
  window.addEventListener(name, hear)
  return () => window.removeEventListener(name, hear)
}
