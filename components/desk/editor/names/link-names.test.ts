import { history, undo } from '@tiptap/pm/history'
import { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { proseSchema } from '#lib/prose/schema.ts'
import { type Linkable, linkNames } from './link-names.ts'

const spike: Linkable = { kind: 'person', id: 'p1', label: 'Spike Jonze' }
const amy: Linkable = { kind: 'person', id: 'p2', label: 'Amy Adams' }
const lost: Linkable = { kind: 'work', id: 'w1', label: 'Lost in Translation' }

const words = (text: string, ...marks: object[]) => ({ type: 'text', text, ...(marks.length > 0 && { marks }) })
const p = (...content: object[]) => ({ type: 'paragraph', content })
const heading = (text: string) => ({ type: 'heading', attrs: { level: 2 }, content: [words(text)] })
const mention = ({ kind, id, label }: Linkable) => ({ type: 'mention', attrs: { kind, id, label } })

function stateOf(...content: object[]): EditorState {
  return EditorState.create({ doc: Node.fromJSON(proseSchema, { type: 'doc', content }), plugins: [history()] })
}

/** The document as text, with mentions in brackets. */
function textOf(state: EditorState): string {
  return state.doc.textBetween(0, state.doc.content.size, '\n', leaf => `[${leaf.attrs.label}]`)
}

function linked(state: EditorState, ...linkable: Linkable[]): EditorState {
  const made = linkNames(state, linkable)
  return made ? state.apply(made.transaction) : state
}

test('the first place of each full name becomes a mention, and one undo takes all back', () => {
  const state = stateOf(p(words('Spike Jonze and Amy Adams. Spike Jonze again, and Jonze.')))
  const after = linked(state, spike, amy)
  expect(textOf(after)).toBe('[Spike Jonze] and [Amy Adams]. Spike Jonze again, and Jonze.')
  let back = after
  undo(after, transaction => {
    back = after.apply(transaction)
  })
  expect(back.doc.eq(state.doc)).toBe(true)
})

test('what is mentioned, linked, a heading or part of a longer name is left alone', () => {
  const link = { type: 'link', attrs: { href: '/reviews/her' } }
  const state = stateOf(
    heading('Spike Jonze'),
    { type: 'pullQuote', content: [p(words('Spike Jonze'))] },
    p(words('Spike Jonze', link), words(', Amy Adamson, MacAmy Adams')),
    p(mention(lost), words(' and Lost in Translation')),
  )
  expect(linkNames(state, [spike, amy, lost])).toBeNull()
})

test('a title stands in italics, and other marks stay', () => {
  const after = linked(stateOf(p(words('In Lost in Translation', { type: 'bold' }))), lost)
  const node = after.doc.firstChild?.lastChild
  expect(node?.marks.map(mark => mark.type.name).sort()).toEqual(['bold', 'italic'])
})

test('a short title is a word too often to be linked unasked', () => {
  expect(linkNames(stateOf(p(words('Her face'))), [{ kind: 'work', id: 'w2', label: 'Her' }])).toBeNull()
})

test('the longer of two names that begin alike is taken', () => {
  const tony: Linkable = { kind: 'person', id: 'p3', label: 'Tony Leung' }
  const whole: Linkable = { kind: 'person', id: 'p4', label: 'Tony Leung Chiu-wai' }
  expect(textOf(linked(stateOf(p(words('By Tony Leung Chiu-wai.'))), tony, whole))).toBe('By [Tony Leung Chiu-wai].')
})
