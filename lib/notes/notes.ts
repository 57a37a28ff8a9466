import type { Anchor } from './anchors.ts'

// What people say to each other about a review, beside its text. Readers never meet any of it: no snapshot, feed or search holds a note.
// docs/decisions/0022-notes-beside-the-text.md

export type NoteKind = 'comment' | 'suggestion'
export type NoteState = 'open' | 'resolved' | 'accepted' | 'rejected'

export interface NotePerson {
  id: string
  name: string
}

/** A remark on words of the text or on the whole review, or other words in the place of some, with what was answered. */
export interface DeskNote extends Anchor {
  id: string
  kind: NoteKind
  state: NoteState
  /** Of suggestions: the words that would stand there. */
  replacement: string | null
  /** Null when the account is gone. */
  author: NotePerson | null
  isOwn: boolean
  /** ISO 8601. */
  at: string
  settledBy: string | null
  settledAt: string | null
  comments: DeskComment[]
}

export interface DeskComment {
  id: string
  author: NotePerson | null
  isOwn: boolean
  /** Empty when whoever wrote it took it back. */
  text: string
  at: string
  isEdited: boolean
  /** Who is named in it with @. */
  mentions: NotePerson[]
}

/** Another score than the critic's, and what became of it. */
export interface DeskProposal {
  id: string
  state: 'open' | 'accepted' | 'refused' | 'withdrawn'
  from: string
  to: string
  why: string
  by: string | null
  isOwn: boolean
  at: string
  answeredBy: string | null
  answeredAt: string | null
  answer: string
}

/** Everything beside the text of a review, for one person. */
export interface DeskNotes {
  notes: DeskNote[]
  /** Who may read the review: who can be named in a message. */
  people: NotePerson[]
  may: {
    write: boolean
    /** Accept and reject suggestions. */
    settle: boolean
    /** They are the critic whose score it is: they change it, and answer who would. */
    answer: boolean
  }
  /** Whose agreement another score needs; empty when nobody else's. */
  scoreOf: string[]
  proposal: DeskProposal | null
}

export const longestMessage = 4_000
export const mostOpenNotes = 500

/** Reading order: the whole review, then by place, and at last what has no place in the text any more. */
export function inReadingOrder(notes: readonly DeskNote[]): DeskNote[] {
  return notes.toSorted((a, b) => {
    const [before, after] = [rank(a), rank(b)]
    if (before !== after) return before - after
    if (a.place && b.place && (a.place.block !== b.place.block || a.place.start !== b.place.start))
      return a.place.block - b.place.block || a.place.start - b.place.start
    return a.at < b.at ? -1 : 1
  })
}

/** A comment on no words in particular. */
export function isOnWhole({ kind, place, quote }: DeskNote): boolean {
  return kind === 'comment' && place === null && quote === ''
}

/** Its words are not in the text any more. */
export function isGone(note: DeskNote): boolean {
  return note.place === null && !isOnWhole(note)
}

function rank(note: DeskNote): number {
  return isOnWhole(note) ? 0 : note.place ? 1 : 2
}

/** The people whose “@name” stands in a message, the longest name first, so that “@Ann Lee” is not “@Ann”. */
export function mentionedIn(text: string, people: readonly NotePerson[]): NotePerson[] {
  return messageParts(text, people).flatMap(part => (part.person ? [part.person] : []))
}

export interface MessagePart {
  text: string
  person: NotePerson | null
}

/** A message cut into words and mentions. */
export function messageParts(text: string, people: readonly NotePerson[]): MessagePart[] {
  const byLength = people.toSorted((a, b) => b.name.length - a.name.length)
  const parts: MessagePart[] = []
  let plain = ''
  let at = 0
  const flush = () => {
    if (plain) parts.push({ text: plain, person: null })
    plain = ''
  }
  while (at < text.length) {
    const person = text[at] === '@' ? byLength.find(({ name }) => isNamed(text, at + 1, name)) : undefined
    if (person) {
      flush()
      parts.push({ text: `@${person.name}`, person })
      at += person.name.length + 1
    } else plain += text[at++]
  }
  flush()
  return parts
}

function isNamed(text: string, at: number, name: string): boolean {
  const next = text[at + name.length] ?? ' '
  return name !== '' && text.startsWith(name, at) && !/[\p{L}\p{N}]/u.test(next)
}

/** "An earlier version of this review gave four stars out of five. The critic has changed the score to five stars out of five." */
export function scoreCorrection(from: string, to: string): string {
  const inSentence = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1)
  const before = from === 'no score' ? 'had no score' : `gave ${inSentence(from)}`
  const after = to === 'no score' ? 'has taken the score away' : `has changed the score to ${inSentence(to)}`
  return `An earlier version of this review ${before}. The critic ${after}.`
}
