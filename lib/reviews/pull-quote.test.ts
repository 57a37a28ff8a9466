import { expect, test } from 'vitest'
import type { ProseNode } from '#lib/prose/prose.ts'
import { hasPullQuote, quoteStanding } from './pull-quote.ts'

const text = (words: string, ...marks: string[]): ProseNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map(type => ({ type })) }),
})
const paragraph = (...content: ProseNode[]): ProseNode => ({ type: 'paragraph', content })
const doc = (...content: ProseNode[]): ProseNode => ({ type: 'doc', content })

test('a quote stands in the text however it is typed: marks, dashes and spaces are the same', () => {
  const body = doc(paragraph(text('“It’s a joke”, she said – '), text('twice', 'italic'), text('.')))
  for (const quote of ['"It\'s a joke", she said - twice.', '“It’s   a joke”', 'she said — twice'])
    expect(quoteStanding(quote, body)).toBe('stands')
})

test('it may go over a paragraph, a line break and a mention', () => {
  const mention = { type: 'mention', attrs: { kind: 'person', id: 'p', label: 'Spike Jonze' } }
  const body = doc(
    paragraph(text('By '), mention, { type: 'hardBreak' }, text('alone.')),
    paragraph(text('All of it.')),
  )
  expect(quoteStanding('By Spike Jonze alone. All of it.', body)).toBe('stands')
})

test('words of a spoiler are told apart, also where they are only a part of the quote', () => {
  const block = { type: 'spoiler', attrs: { label: 'The end' }, content: [paragraph(text('The butler did it.'))] }
  const body = doc(paragraph(text('I knew '), text('the vicar', 'inlineSpoiler'), text(' at once.')), block)
  expect(quoteStanding('The butler did it.', body)).toBe('spoiler')
  expect(quoteStanding('I knew the vicar at once.', body)).toBe('spoiler')
})

test('a pull quote of the text does not hold itself up, and words of nobody are missing', () => {
  const body = doc(paragraph(text('Quite good.')), { type: 'pullQuote', content: [paragraph(text('A masterpiece.'))] })
  expect(quoteStanding('A masterpiece.', body)).toBe('missing')
  expect(quoteStanding('Not good.', body)).toBe('missing')
})

test('a text says whether it pulls out words of its own', () => {
  expect(hasPullQuote(doc({ type: 'pullQuote', content: [paragraph(text('Quite good.'))] }))).toBe(true)
  expect(hasPullQuote(doc(paragraph(text('Quite good.'))))).toBe(false)
})
