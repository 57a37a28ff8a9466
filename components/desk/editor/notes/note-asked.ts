import { makeAsked } from '#components/desk/asked.ts'

const wishes = ['comment', 'suggest', 'next', 'previous'] as const
/** What is done with notes from outside of their panel: from the menu over selected words, the editor's menu, or the address. */
export type NoteWish = (typeof wishes)[number]

export const { ask: askForNote, onAsked: onNoteAsked } = makeAsked('note', wishes)
