import { history, undo } from '@tiptap/pm/history'
import { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { proseSchema } from '#lib/prose/schema.ts'
import { emptyQuery } from './find.ts'
import {
  endFind,
  findMarks,
  findPlugin,
  replaceAll,
  replaceShown,
  setQuery,
  showNearest,
  stepFound,
} from './find-marks.ts'

const media = '0198f3a0-0000-7000-8000-000000000001'
const words = (text: string, ...marks: object[]) => ({ type: 'text', text, ...(marks.length > 0 && { marks }) })
const p = (...content: object[]) => ({ type: 'paragraph', content })
const figure = (caption: string) => ({ type: 'figure', attrs: { mediaId: media, alt: '', caption, credit: '' } })
const look = (text: string) => ({ ...emptyQuery, text })

/** As much of a view as the commands need. */
function open(...content: object[]) {
  const doc = Node.fromJSON(proseSchema, { type: 'doc', content })
  const view = {
    state: EditorState.create({ doc, plugins: [history(), findPlugin('found', 'shown')] }),
    dispatch(transaction: Transaction) {
      view.state = view.state.apply(transaction)
    },
  }
  return view
}

type View = ReturnType<typeof open>

const textOf = ({ state: { doc } }: View) => doc.textBetween(0, doc.content.size, '|')
const shown = ({ state }: View) => {
  const own = findMarks.getState(state)
  return `${(own?.current ?? -1) + 1} of ${own?.found.length}`
}
const type = (view: View, text: string, from: number, to = from) =>
  view.dispatch(view.state.tr.insertText(text, from, to))
const cursorAt = (view: View, at: number) =>
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)))

test('one goes from place to place, round at the ends, and back to where one wrote', () => {
  const view = open(p(words('Her and her')), p(words('and HER.')))
  cursorAt(view, 5)
  setQuery(view, look('her'))
  expect(shown(view)).toBe('0 of 3')
  showNearest(view)
  expect(shown(view)).toBe('2 of 3')
  stepFound(view, 1)
  stepFound(view, 1)
  expect(shown(view)).toBe('1 of 3')
  stepFound(view, -1)
  expect(shown(view)).toBe('3 of 3')
  expect(view.state.doc.textBetween(view.state.selection.from, view.state.selection.to)).toBe('HER')
  endFind(view)
  expect([view.state.selection.from, view.state.selection.empty, findMarks.getState(view.state)]).toEqual([
    5,
    true,
    null,
  ])
})

test('what is typed meanwhile moves the places, makes new ones and takes old ones away', () => {
  const view = open(p(words('Her and her')), p(words('and her')))
  setQuery(view, look('her'))
  stepFound(view, 1)
  stepFound(view, 1)
  type(view, 'Her, ', 1)
  expect(shown(view)).toBe('3 of 4')
  type(view, 'x', 15)
  expect(shown(view)).toBe('0 of 3')
})

test('one place is replaced and the next shown, also when what comes holds what went', () => {
  const view = open(p(words('her her', { type: 'bold' }), words(' her')))
  setQuery(view, look('her'))
  stepFound(view, 1)
  replaceShown(view, 'her own')
  expect([textOf(view), shown(view)]).toEqual(['her own her her', '2 of 3'])
  replaceShown(view, '')
  expect([textOf(view), shown(view)]).toEqual(['her own  her', '2 of 2'])
  expect(view.state.doc.firstChild?.firstChild?.marks.map(mark => mark.type.name)).toEqual(['bold'])
})

test('all are replaced at once, in captions and footnotes too, and one undo brings them back', () => {
  const view = open(
    p(words('Her, '), { type: 'footnote', content: [words('her note')] }, words(' her.')),
    figure('Her at work; her voice'),
  )
  const before = view.state.doc
  cursorAt(view, 3)
  setQuery(view, look('her'))
  expect(replaceAll(view, 'Samantha')).toBe(5)
  expect(textOf(view)).toBe('Samantha, Samantha note Samantha.')
  expect(view.state.doc.lastChild?.attrs.caption).toBe('Samantha at work; Samantha voice')
  expect(shown(view)).toBe('0 of 0')
  undo(view.state, view.dispatch)
  expect(view.state.doc.eq(before)).toBe(true)
})

test('a picture is shown whole for its caption, one place in it after the other', () => {
  const view = open(p(words('x')), figure('Her and her'))
  setQuery(view, look('her'))
  expect(stepFound(view, 1)).toMatchObject({ in: 'beside', place: 'Caption in the text', from: 0 })
  replaceShown(view, 'his')
  expect([view.state.doc.lastChild?.attrs.caption, shown(view)]).toEqual(['his and her', '1 of 1'])
})
