import { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { proseSchema } from '#lib/prose/schema.ts'
import { outlineOf, partAt } from './outline-items.ts'

const words = (text: string) => ({ type: 'text', text })
const p = (text: string) => ({ type: 'paragraph', content: [words(text)] })
const heading = (level: number, text: string) => ({ type: 'heading', attrs: { level }, content: [words(text)] })
const figure = (alt: string, caption = '') => ({
  type: 'figure',
  attrs: { mediaId: '0198f3a0-0000-7000-8000-000000000001', alt, caption, credit: '' },
})
const doc = Node.fromJSON(proseSchema, {
  type: 'doc',
  content: [
    p('It opened in the summer of TK in London and New York.'),
    heading(2, 'The voice'),
    p('Two words.'),
    figure(''),
    heading(3, 'And the face'),
    figure('An orb', 'Drawn by TK'),
    p('Three more words.'),
  ],
})

test('headings stand with what is not ready in their parts, and how long those are', () => {
  expect(outlineOf(doc).map(({ kind, text, level, words }) => [kind, text, level, words])).toEqual([
    ['start', 'Beginning', 1, 12],
    ['tk', 'the summer of TK in London', 2, 0],
    ['heading', 'The voice', 1, 2],
    ['picture', 'A picture is not described', 2, 0],
    ['heading', 'And the face', 2, 3],
    ['tk', 'TK: Caption in the text', 2, 0],
  ])
})

test('a place is in the part whose heading stands before it', () => {
  const items = outlineOf(doc)
  const part = (at: number) => items[partAt(items, at)]?.text
  const [first = 0, second = 0] = items.filter(({ kind }) => kind === 'heading').map(({ at }) => at)
  expect([0, first - 1, first, second - 1, second, doc.content.size].map(part)).toEqual([
    'Beginning',
    'Beginning',
    'The voice',
    'The voice',
    'And the face',
    'And the face',
  ])
  expect(partAt([], 3)).toBe(0)
})
