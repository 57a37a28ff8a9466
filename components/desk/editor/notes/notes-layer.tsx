'use client'
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useCallback, useEffect, useRef, useState } from 'react'
import { isGone } from '#lib/notes/notes.ts'
import { useEditorDesk, useText } from '../editor-context.tsx'
import { showNotes, uncoverText } from '../go-to-field.ts'
import { showText } from '../presence/show-text.ts'
import { bringIntoSight } from '../sight.ts'
import { onNoteAsked } from './note-asked.ts'
import { anchorOfRange } from './note-lines.ts'
import { noteMarks, noteMarksPlugin, notesAt, placeNotes } from './note-marks.ts'
import { noteName } from './note-words.ts'
import styles from './notes.module.css'
import { listenForNoteKeys } from './notes-keys.ts'
import { type NotesStore, useNotes } from './notes-store.ts'
import { SuggestBar } from './suggest-bar.tsx'
import { suggestMarks, suggestPlugin } from './suggest-marks.ts'
import { beginSuggesting, type Suggestions } from './suggesting.ts'

/** How often somebody else's notes are looked for while the page is looked at, in milliseconds. */
const interval = 20_000

/** What joins the notes to the text: their marks in it, their keys, and the mode in which typing suggests. */
export default function NotesLayer() {
  const editor = useText()
  return editor ? <Layer editor={editor} /> : null
}

function Layer({ editor }: { editor: Editor }) {
  const [state, store] = useNotes()
  const { say } = store
  useLoading(store)
  usePlugins(editor, store)
  useMarks(editor, store)
  useEffect(listenForNoteKeys, [])
  const suggesting = useSuggesting(editor, store)
  const { begin } = suggesting
  useEffect(
    () =>
      onNoteAsked(wish => {
        if (wish === 'comment') compose(editor, store)
        if (wish === 'suggest') uncoverText(begin)
        if (wish === 'next') say(step(editor, store, 1))
        if (wish === 'previous') say(step(editor, store, -1))
      }),
    [editor, store, begin, say],
  )
  return (
    <div className={styles.below}>
      <p className={styles.told} role="status">
        {state.said}
      </p>
      {state.isSuggesting && <SuggestBar editor={editor} suggesting={suggesting} />}
    </div>
  )
}

function useLoading(store: NotesStore) {
  const { autosave } = useEditorDesk()
  useEffect(() => {
    void store.load()
    if (location.hash === '#notes') showNotes()
    const look = () => {
      if (document.visibilityState === 'visible') void store.load()
    }
    const timer = setInterval(look, interval)
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    // A save may have taken the words of a note away, or brought them back.
    let version = autosave.status().version
    const stop = autosave.subscribe(() => {
      const next = autosave.status().version
      if (next !== version && (store.get().beside?.notes.length ?? 0) > 0) look()
      version = next
    })
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
      stop()
    }
  }, [store, autosave])
}

function usePlugins(editor: Editor, store: NotesStore) {
  const { say } = store
  useEffect(() => {
    const choose = (id: string) => {
      store.set({ activeId: id })
      showNotes()
    }
    editor.registerPlugin(noteMarksPlugin(choose))
    editor.registerPlugin(suggestPlugin(() => say('A suggestion changes words within one paragraph.')))
    return () => {
      if (editor.isDestroyed) return
      editor.unregisterPlugin(noteMarks)
      editor.unregisterPlugin(suggestMarks)
    }
  }, [editor, store, say])
}

/** Draws the marks anew when the notes, the chosen one or the stored text are others. */
function useMarks(editor: Editor, store: NotesStore) {
  const { autosave } = useEditorDesk()
  useEffect(() => {
    let drawn: unknown[] = []
    const draw = () => {
      const { beside, activeId, isSuggesting } = store.get()
      if (!beside || editor.isDestroyed) return
      const wanted = [beside, activeId, isSuggesting]
      if (wanted.every((part, index) => part === drawn[index])) return
      drawn = wanted
      const isStored = !autosave.hasUnsaved() && !isSuggesting
      const placed = placeNotes(editor.state, beside.notes, isStored)
      const change = { placed, activeId }
      editor.view.dispatch(editor.state.tr.setMeta(noteMarks, change).setMeta('addToHistory', false))
    }
    draw()
    return store.subscribe(draw)
  }, [editor, store, autosave])
}

/** A comment on the selected words; on none, an answer to the note that the cursor is in, or a comment on the whole review. */
function compose(editor: Editor, store: NotesStore): void {
  const { doc, selection } = editor.state
  const anchor = selection.empty ? null : anchorOfRange(doc, selection.from, selection.to)
  const [here] = anchor ? [] : notesAt(editor.state, selection.from)
  const { asked } = store.get()
  if (here) store.set({ activeId: here.note.id, composing: null, asked: asked + 1 })
  else store.set({ composing: { anchor }, activeId: null, asked: asked + 1 })
  showNotes()
}

/** Goes to the next note of the text, or the one before, and round at the ends. Returns what is there, in words. */
function step(editor: Editor, store: NotesStore, by: 1 | -1): string {
  const { placed = [] } = noteMarks.getState(editor.state) ?? {}
  const inOrder = placed.toSorted((a, b) => a.from - b.from)
  const gone = (store.get().beside?.notes ?? []).filter(note => note.state === 'open' && isGone(note)).length
  if (inOrder.length === 0) return gone > 0 ? 'Every note has lost its words. They are in the panel.' : 'No notes.'
  const now = inOrder.findIndex(({ note }) => note.id === store.get().activeId)
  const { from } = editor.state.selection
  const nearest = inOrder.findIndex(one => one.from >= from)
  const next = now >= 0 ? now + by : by === 1 ? Math.max(nearest, 0) : nearest - 1
  const index = (next + inOrder.length) % inOrder.length
  const chosen = inOrder[index]
  if (!chosen) return ''
  store.set({ activeId: chosen.note.id })
  showNotes()
  goToWords(editor, chosen)
  return `${noteName(chosen.note)}, ${index + 1} of ${inOrder.length}`
}

/** Selects the words of a note, on the screen. */
export function goToWords(editor: Editor, { from, to }: { from: number; to: number }): void {
  uncoverText(() => {
    const { state, view } = editor
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
    view.focus()
    bringIntoSight(view, from)
  })
}

export interface SuggestingMode {
  begin(): void
  /** Keeps what was typed beside the text; what is wrong with it, or nothing. */
  keep(): Promise<string>
  discard(): void
}

function useSuggesting(editor: Editor, store: NotesStore): SuggestingMode {
  const { draft, autosave, mayWrite } = useEditorDesk()
  const { say } = store
  const [current] = useState<{ of: Suggestions | null }>(() => ({ of: null }))
  const writes = useRef(mayWrite)
  useEffect(() => {
    writes.current = mayWrite
  })
  const end = useCallback(() => {
    current.of?.end(writes.current)
    current.of = null
    // What others have written meanwhile waited for this.
    if (!editor.isDestroyed) showText(editor, draft.get().body, { isFollowing: true })
    store.set({ isSuggesting: false })
  }, [current, editor, draft, store])
  const begin = useCallback(() => {
    if (current.of) return
    void autosave.save().then(() => {
      if (current.of || store.get().beside?.may.write !== true) return
      current.of = beginSuggesting(editor)
      store.set({ isSuggesting: true })
      editor.view.focus()
      say('You are suggesting: what you type stands beside the text.')
    })
  }, [current, editor, autosave, store, say])
  const keep = useCallback(async () => {
    const edits = current.of?.edits() ?? []
    if (edits.length === 0) {
      end()
      return ''
    }
    const sent = await store.send({ verb: 'suggest', edits })
    if (!sent.ok) return sent.problem
    end()
    const missed = edits.filter(({ id }) => sent.missed.includes(id))
    say(keptWords(edits.length - missed.length, missed))
    showNotes()
    return ''
  }, [current, store, end, say])
  // A page that closes, or is left, keeps what was typed.
  useEffect(() => {
    const last = () => {
      const edits = current.of?.edits() ?? []
      if (edits.length > 0) void store.send({ verb: 'suggest', edits }, true)
    }
    window.addEventListener('pagehide', last)
    return () => {
      window.removeEventListener('pagehide', last)
      last()
      current.of = null
      store.set({ isSuggesting: false })
    }
  }, [current, store])
  return { begin, keep, discard: end }
}

function keptWords(kept: number, missed: { replacement: string }[]): string {
  const words = kept === 1 ? 'One suggestion kept.' : `${kept} suggestions kept.`
  if (missed.length === 0) return words
  const lost = missed.map(({ replacement }) => `“${replacement}”`).join(', ')
  return `${words} The text was changed meanwhile where you suggested ${lost}.`
}
