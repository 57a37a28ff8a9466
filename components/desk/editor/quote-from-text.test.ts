import { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { proseSchema } from '#lib/prose/schema.ts'
import { quoteFromText } from './quote-from-text.ts'

const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  marks: marks.map(type => ({ type })),
})
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const mention = {
  type: 'mention',
  attrs: { kind: 'person', id: '01890000-0000-7000-8000-000000000000', label: 'Spike Jonze' },
}

function doc(...content: object[]): Node {
  return Node.fromJSON(proseSchema, { type: 'doc', content })
}

/** Where the words begin and end in the document. */
function at(node: Node, words: string): { from: number; to: number } {
  let from = -1
  node.descendants((child, position) => {
    if (child.isText && from < 0 && child.text?.includes(words)) from = position + child.text.indexOf(words)
  })
  return { from, to: from + words.length }
}

test('selected words are the quote, across a mention and a paragraph', () => {
  const node = doc(paragraph(text('It is by '), mention, text(', alone.')), paragraph(text('Nobody helped.')))
  expect(quoteFromText(node, { from: 1, to: node.content.size - 1 }, 'en')).toEqual({
    ok: true,
    quote: 'It is by Spike Jonze, alone. Nobody helped.',
  })
})

test('a cursor takes the sentence around it, also behind a mention and at the very end', () => {
  const node = doc(paragraph(text('First. By '), mention, text(', who waits. '), text('Last', 'italic'), text('.')))
  const cursor = (words: string) => ({ from: at(node, words).from + 1, to: at(node, words).from + 1 })
  expect(quoteFromText(node, cursor('who'), 'en')).toMatchObject({ quote: 'By Spike Jonze, who waits.' })
  expect(quoteFromText(node, cursor('First'), 'en')).toMatchObject({ quote: 'First.' })
  const end = node.content.size - 1
  expect(quoteFromText(node, { from: end, to: end }, 'en')).toMatchObject({ quote: 'Last.' })
})

test('words of a spoiler are refused, in a block and in a line', () => {
  const block = { type: 'spoiler', attrs: { label: 'The end' }, content: [paragraph(text('The butler did it.'))] }
  const node = doc(paragraph(text('I knew '), text('the vicar', 'inlineSpoiler'), text(' at once.')), block)
  for (const words of ['butler', 'vicar', 'I knew']) {
    const { from, to } = at(node, words)
    const isTouching = words !== 'I knew'
    expect(quoteFromText(node, { from, to }, 'en').ok).toBe(!isTouching)
  }
  expect(quoteFromText(node, { from: 2, to: 2 }, 'en')).toMatchObject({ ok: false })
})

test('nothing, a pull quote and too much are refused with what to do', () => {
  const node = doc(
    { type: 'paragraph' },
    { type: 'pullQuote', content: [paragraph(text('Said twice.'))] },
    paragraph(text('word '.repeat(60))),
  )
  expect(quoteFromText(node, { from: 1, to: 1 }, 'en')).toMatchObject({ problem: expect.stringContaining('Select') })
  expect(quoteFromText(node, at(node, 'twice'), 'en')).toMatchObject({ problem: expect.stringContaining('pull quote') })
  expect(quoteFromText(node, { from: at(node, 'word').from, to: node.content.size }, 'en')).toMatchObject({
    problem: expect.stringContaining('280 at most'),
  })
})
