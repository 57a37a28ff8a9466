import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { findAnchor } from '#lib/notes/anchors.ts'
import { readable } from '#lib/notes/lines.ts'
import type { DeskNote } from '#lib/notes/notes.ts'
import { linesIn, rangeOf } from './note-lines.ts'
import styles from './notes.module.css'

/** A note where it stands in the document. */
export interface PlacedNote {
  note: DeskNote
  from: number
  to: number
}

interface Marks {
  placed: PlacedNote[]
  shown: DecorationSet
}

type Change = { placed: PlacedNote[]; activeId: string | null }

export const noteMarks = new PluginKey<Marks>('noteMarks')

/** Marks what notes are about, and shows what is suggested, where it would stand. A key costs the moving of what is marked. */
export function noteMarksPlugin(onChoose: (id: string) => void): Plugin<Marks> {
  return new Plugin<Marks>({
    key: noteMarks,
    state: {
      init: () => ({ placed: [], shown: DecorationSet.empty }),
      apply(transaction, before) {
        const change: Change | undefined = transaction.getMeta(noteMarks)
        if (change) return { placed: change.placed, shown: decorate(transaction, change) }
        return transaction.docChanged ? follow(before, transaction) : before
      },
    },
    props: {
      decorations: state => noteMarks.getState(state)?.shown,
      handleClick(_view, _at, { target }) {
        const id = target instanceof Element && target.closest('[data-note]')?.getAttribute('data-note')
        if (id) onChoose(id)
        // The cursor goes where it was put all the same.
        return false
      },
    },
  })
}

/**
 * The notes where they stand now. `isStored`: the document is what the server has, so that what it says of places is so; otherwise what is
 * marked already stays where writing has moved it.
 */
export function placeNotes(state: EditorState, notes: readonly DeskNote[], isStored: boolean): PlacedNote[] {
  const lines = linesIn(state.doc)
  const texts = lines.map(({ text }) => text)
  const before = new Map(noteMarks.getState(state)?.placed.map(one => [one.note.id, one]))
  return notes.flatMap(note => {
    if (note.state !== 'open' || (note.place === null && note.quote === '')) return []
    const known = isStored ? undefined : before.get(note.id)
    if (known) return [{ ...known, note }]
    const place = note.place && findAnchor(texts, note)
    const range = place && rangeOf(lines, place)
    return range ? [{ note, ...range }] : []
  })
}

/** The notes that a place of the document is in, the shortest first. */
export function notesAt(state: EditorState, at: number): PlacedNote[] {
  return (noteMarks.getState(state)?.placed ?? [])
    .filter(({ from, to }) => from <= at && at <= to)
    .toSorted((a, b) => a.to - a.from - (b.to - b.from))
}

function follow({ placed, shown }: Marks, { mapping, doc }: Transaction): Marks {
  return {
    placed: placed.map(one => {
      const from = mapping.map(one.from, 1)
      return { ...one, from, to: Math.max(from, mapping.map(one.to, -1)) }
    }),
    shown: shown.map(mapping, doc),
  }
}

function decorate({ doc }: Transaction, { placed, activeId }: Change): DecorationSet {
  return DecorationSet.create(
    doc,
    placed.flatMap(one => decorationsOf(one, one.note.id === activeId)),
  )
}

function decorationsOf({ note, from, to }: PlacedNote, isActive: boolean): Decoration[] {
  const active = isActive ? { 'data-active': 'true' } : {}
  const margin = Decoration.widget(from, () => marginMark(note, isActive), {
    side: -1,
    key: `margin-${note.id}-${isActive}`,
    marks: [],
  })
  const nodeName = note.kind === 'comment' ? 'mark' : 'del'
  const name = note.kind === 'comment' ? styles.commented : styles.suggestedOut
  const words = Decoration.inline(from, to, { nodeName, class: name ?? '', 'data-note': note.id, ...active })
  if (!note.replacement) return [margin, words]
  const added = Decoration.widget(to, () => suggestedWords(note, isActive), {
    side: 1,
    key: `added-${note.id}-${note.replacement}-${isActive}`,
    marks: [],
  })
  return [margin, words, added]
}

function suggestedWords({ id, replacement }: DeskNote, isActive: boolean): HTMLElement {
  const words = document.createElement('ins')
  words.className = styles.suggestedIn ?? ''
  words.dataset.note = id
  if (isActive) words.dataset.active = 'true'
  words.textContent = readable(replacement ?? '')
  words.contentEditable = 'false'
  return words
}

/** In the margin, for the eye and the mouse: by keyboard and in words, notes are gone through by key and in their panel. */
function marginMark({ id, kind }: DeskNote, isActive: boolean): HTMLElement {
  const mark = document.createElement('span')
  mark.className = styles.margin ?? ''
  mark.dataset.note = id
  mark.dataset.kind = kind
  if (isActive) mark.dataset.active = 'true'
  mark.setAttribute('aria-hidden', 'true')
  mark.contentEditable = 'false'
  return mark
}
