import { readable } from '#lib/notes/lines.ts'
import type { DeskNote } from '#lib/notes/notes.ts'

/** "Comment by Ada Marlowe", "Suggestion by Inês de Brito" */
export function noteName({ kind, author }: DeskNote): string {
  return `${kind === 'comment' ? 'Comment' : 'Suggestion'} by ${author?.name ?? 'somebody who has left'}`
}

/** "Resolved by Ada", "Taken back" */
export function settledWords({ state, settledBy, author }: DeskNote): string {
  const by = settledBy ? ` by ${settledBy}` : ''
  if (state === 'rejected' && settledBy !== null && settledBy === author?.name) return `Taken back${by}`
  return { open: '', resolved: `Settled${by}`, accepted: `Accepted${by}`, rejected: `Rejected${by}` }[state]
}

/** The words that a note is about, short enough to be told by. */
export function shortQuote(quote: string, most = 140): string {
  const text = readable(quote).trim()
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

/** "23 Nov, 11:04" in the editor's zone. By Intl alone: what the lists use brings a polyfill that this page needs for nothing else. */
export function shortTime(iso: string, { language, timeZone }: { language: string; timeZone: string }): string {
  return new Intl.DateTimeFormat(language, {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(iso))
}
