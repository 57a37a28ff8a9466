import { Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { anchorAt } from '#lib/notes/anchors.ts'
import { linesOf } from '#lib/notes/lines.ts'
import type { DeskNote } from '#lib/notes/notes.ts'
import { proseSchema } from '#lib/prose/schema.ts'
import { proseOf } from '../document.ts'
import { anchorOfRange, linesIn } from './note-lines.ts'
import { noteMarks, noteMarksPlugin, notesAt, placeNotes } from './note-marks.ts'
import { suggestMarks, suggestPlugin } from './suggest-marks.ts'

const words = (text: string) => ({ type: 'text', text })
const p = (...content: object[]) => ({ type: 'paragraph', content })
const mention = {
  type: 'mention',
  attrs: { kind: 'person', id: '0198f3a0-0000-7000-8000-000000000001', label: 'Mina' },
}
const footnote = { type: 'footnote', content: [words('So they say.')] }

function open(...content: object[]) {
  const doc = Node.fromJSON(proseSchema, { type: 'doc', content })
  const plugins = [noteMarksPlugin(() => {}), suggestPlugin(() => {})]
  const view = {
    state: EditorState.create({ doc, plugins }),
    dispatch(transaction: Transaction) {
      view.state = view.state.apply(transaction)
    },
  }
  return view
}

type View = ReturnType<typeof open>

function note(view: View, quote: string): DeskNote {
  const lines = linesIn(view.state.doc).map(({ text }) => text)
  const block = lines.findIndex(line => line.includes(quote))
  const start = lines[block]?.indexOf(quote) ?? 0
  return {
    ...anchorAt(lines, { block, start, end: start + quote.length }),
    id: quote,
    kind: 'comment',
    state: 'open',
    replacement: null,
    author: null,
    isOwn: false,
    at: '',
    settledBy: null,
    settledAt: null,
    comments: [],
  }
}

function mark(view: View, notes: DeskNote[], isStored = true): void {
  const placed = placeNotes(view.state, notes, isStored)
  view.dispatch(view.state.tr.setMeta(noteMarks, { placed, activeId: null }))
}

const marked = ({ state }: View) =>
  noteMarks.getState(state)?.placed.map(({ from, to }) => state.doc.textBetween(from, to, '|', '•'))

test('the lines of the screen are those of the stored text', () => {
  const { state } = open(p(words('By '), mention, footnote, words(' alone')), p())
  expect(linesIn(state.doc).map(({ text }) => text)).toEqual([...linesOf(proseOf(state.doc)), ''])
})

test('what a note is about stays marked while somebody writes around it and in it', () => {
  const view = open(p(words('The lamp is lit.')), p(words('Nobody knows why.')))
  const notes = [note(view, 'lamp'), note(view, 'knows')]
  mark(view, notes)
  view.dispatch(view.state.tr.insertText('Oh. ', 1))
  view.dispatch(view.state.tr.insertText('old ', 9))
  expect(marked(view)).toEqual(['lamp', 'knows'])
  view.dispatch(view.state.tr.insertText('X', 15))
  expect(marked(view)).toEqual(['laXmp', 'knows'])
  // Not saved yet: what the server says of places is of another text.
  mark(view, notes, false)
  expect(marked(view)).toEqual(['laXmp', 'knows'])
  expect(notesAt(view.state, 15).map(one => one.note.id)).toEqual(['lamp'])
})

test('a note is about the words of one line, however much is selected', () => {
  const view = open(p(words('One two')), p(words('Three')))
  expect(anchorOfRange(view.state.doc, 5, 14)).toMatchObject({ quote: 'two', place: { block: 0, start: 4, end: 7 } })
  expect(anchorOfRange(view.state.doc, 8, 12)).toMatchObject({ quote: 'Th', place: { block: 1, start: 0, end: 2 } })
  expect(anchorOfRange(view.state.doc, 5, 5)).toBeNull()
})

test('while somebody suggests, words come and go, and nothing else does', () => {
  const view = open(p(words('The lamp is lit.')), p(words('Nobody knows why.')))
  const base = linesIn(view.state.doc).map(({ text }) => text)
  view.dispatch(view.state.tr.setMeta(suggestMarks, base))
  view.dispatch(view.state.tr.insertText('lantern', 5, 9))
  view.dispatch(view.state.tr.delete(20, 21))
  const lines = () => linesIn(view.state.doc).map(({ text }) => text)
  const typed = lines()
  expect(typed[0]).toBe('The lantern is lit.')
  view.dispatch(view.state.tr.split(4))
  view.dispatch(view.state.tr.delete(5, 28))
  view.dispatch(view.state.tr.addMark(1, 4, proseSchema.marks.bold.create()))
  view.dispatch(view.state.tr.setBlockType(1, 1, proseSchema.nodes.heading))
  expect(lines()).toEqual(typed)
  expect(suggestMarks.getState(view.state)?.shown.find().length).toBeGreaterThan(1)
})
