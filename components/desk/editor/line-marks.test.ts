import { Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { proseSchema } from '#lib/prose/schema.ts'
import { findTks } from '#lib/prose/tk.ts'
import { decorate, markedIn, redecorate } from './line-marks.ts'

const media = '0198f3a0-0000-7000-8000-000000000001'
const words = (text: string) => ({ type: 'text', text })
const p = (...content: object[]) => ({ type: 'paragraph', content })
const figure = (caption: string) => ({ type: 'figure', attrs: { mediaId: media, alt: '', caption, credit: '' } })
const note = (text: string) => ({ type: 'footnote', content: [words(text)] })

function begin(...content: object[]) {
  const doc = Node.fromJSON(proseSchema, { type: 'doc', content })
  return EditorState.create({ doc })
}

/** What is marked after a change, and the lines that were looked at for it. */
function changed(state: EditorState, change: (transaction: Transaction) => Transaction) {
  const looked: string[] = []
  const marks = { className: 'mark', find: findTks }
  const before = decorate(state.doc, marks)
  const transaction = change(state.tr)
  const counting = {
    ...marks,
    find: (line: string) => {
      looked.push(line)
      return findTks(line)
    },
  }
  const set = redecorate(before, transaction, counting)
  const all = decorate(transaction.doc, marks)
  const places = (decorations: typeof set) =>
    decorations
      .find()
      .map(({ from, to }) => `${from}–${to}`)
      .sort()
  return { shown: places(set), all: places(all), looked, doc: transaction.doc }
}

describe('marks follow the text', () => {
  const state = begin(p(words('One TK.')), p(words('Two.'), note('Three TK.'), words(' TK')), figure('Four'))

  test('as if everything were looked at anew, and look at nothing but the paragraph', () => {
    const { shown, all, looked } = changed(state, transaction => transaction.insertText('TK and ', 1))
    expect(shown).toEqual(all)
    expect(shown).toHaveLength(4)
    expect(looked).toEqual(['TK and One TK.'])
  })

  test('through footnotes, whose words are no part of the sentence', () => {
    const { shown, all } = changed(state, transaction => transaction.insertText('TK ', 15))
    expect(shown).toEqual(all)
    expect(shown).toHaveLength(4)
  })

  test('through the words of pictures, however they are set', () => {
    const at = state.doc.content.size - 1
    const set = changed(state, transaction => transaction.setNodeAttribute(at, 'caption', 'TK'))
    const made = changed(state, transaction => transaction.setNodeMarkup(at, null, { mediaId: media, caption: 'TK' }))
    for (const { shown, all } of [set, made]) {
      expect(shown).toEqual(all)
      expect(shown).toHaveLength(4)
    }
  })

  test('when a TK is finished, cut in two or taken away', () => {
    for (const change of [
      (transaction: Transaction) => transaction.insertText('O', 7),
      (transaction: Transaction) => transaction.insertText(' ', 6),
      (transaction: Transaction) => transaction.delete(0, 9),
      (transaction: Transaction) => transaction.join(9),
      (transaction: Transaction) => transaction.split(6),
      (transaction: Transaction) => transaction.delete(3, state.doc.content.size),
    ]) {
      const { shown, all } = changed(state, change)
      expect(shown).toEqual(all)
    }
  })
})

test('what is found is told in reading order, with where it stands', () => {
  const state = begin(figure('TK'), p(words('A '), note('TK'), words(' TK')))
  expect(markedIn(state.doc, findTks)).toEqual([
    { in: 'beside', at: 0, attribute: 'caption', place: 'Caption in the text', from: 0, to: 2 },
    { in: 'text', from: 5, to: 7 },
    { in: 'text', from: 9, to: 11 },
  ])
})
