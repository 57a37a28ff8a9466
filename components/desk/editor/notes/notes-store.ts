import { useSyncExternalStore } from 'react'
import type { Anchor } from '#lib/notes/anchors.ts'
import type { DeskNotes } from '#lib/notes/notes.ts'
import type { NoteVerb } from '#lib/notes/notes-schema.ts'
import { useEditorDesk } from '../editor-context.tsx'
import { fetchNotes, type Sent, sendNote } from './notes-client.ts'

/** What a new comment will be about; `anchor` is null for the whole review. */
export interface Composing {
  anchor: (Anchor & { place: NonNullable<Anchor['place']> }) | null
}

export interface NotesState {
  /** Null until it is loaded. */
  beside: DeskNotes | null
  hasFailed: boolean
  /** The note that the cursor is at, or that was chosen. */
  activeId: string | null
  /** Asked for by hand: the focus goes there. Goes up each time. */
  asked: number
  composing: Composing | null
  isSuggesting: boolean
  /** What was just done, for a while. */
  said: string
}

export interface NotesStore {
  get(): NotesState
  subscribe(listener: () => void): () => void
  set(change: Partial<NotesState>): void
  /** Tells what was done, on the screen and to screen readers. */
  say(words: string): void
  load(): Promise<void>
  send(verb: NoteVerb, isLast?: boolean): Promise<Sent>
}

/** In milliseconds. */
const saidFor = 8_000

function createNotes(reviewId: string): NotesStore {
  let state: NotesState = {
    beside: null,
    hasFailed: false,
    activeId: null,
    asked: 0,
    composing: null,
    isSuggesting: false,
    said: '',
  }
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const set = (change: Partial<NotesState>) => {
    state = { ...state, ...change }
    for (const listener of [...listeners]) listener()
  }
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set,
    say(said) {
      clearTimeout(timer)
      set({ said })
      timer = setTimeout(() => set({ said: '' }), saidFor)
    },
    async load() {
      const mine = ++turn
      const beside = await fetchNotes(reviewId)
      // What was done since it was asked for is newer than this.
      if (mine !== turn) return
      if (!beside) set({ hasFailed: state.beside === null })
      else if (!isSame(beside, state.beside)) set({ beside, hasFailed: false })
    },
    async send(verb, isLast) {
      turn++
      const sent = await sendNote(reviewId, verb, isLast)
      turn++
      if (sent.ok) set({ beside: sent.beside })
      return sent
    },
  }
}

function isSame(a: DeskNotes, b: DeskNotes | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The page has one review, which several parts of it ask about; they are loaded apart from each other. */
let latest: { reviewId: string; store: NotesStore } | null = null

export function notesOf(reviewId: string): NotesStore {
  if (latest?.reviewId !== reviewId) latest = { reviewId, store: createNotes(reviewId) }
  return latest.store
}

export function useNotes(): [NotesState, NotesStore] {
  const { review } = useEditorDesk()
  const store = notesOf(review.id)
  return [useSyncExternalStore(store.subscribe, store.get, store.get), store]
}
