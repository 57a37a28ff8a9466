import { expect, test } from 'vitest'
import { noteNumbers, notesBelow } from './notes.ts'
import { type Prose, type ProseNode, plainText, wordCount } from './prose.ts'

const words = (text: string, ...marks: string[]): ProseNode => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks: marks.map(type => ({ type })) }),
})
const note = (text: string, ...marks: string[]): ProseNode => ({
  type: 'footnote',
  content: [words(text)],
  ...(marks.length > 0 && { marks: marks.map(type => ({ type })) }),
})
const paragraph = (...content: ProseNode[]): ProseNode => ({ type: 'paragraph', content })
const doc = (...content: ProseNode[]): Prose => ({ type: 'doc', content })

const body = doc(
  paragraph(words('One'), note('first'), words(' two.')),
  { type: 'pullQuote', content: [paragraph(words('One'), note('repeated'))] },
  { type: 'spoiler', attrs: { label: '' }, content: [paragraph(words('Gone'), note('under a cover'))] },
  { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(words('Item'), note('last'))] }] },
)
const said = (notes: Iterable<ProseNode>) => [...notes].map(({ content }) => content?.[0]?.text)

test('notes are numbered in reading order, and a pull quote calls none', () => {
  const numbers = noteNumbers(body)
  expect(said(numbers.keys())).toEqual(['first', 'under a cover', 'last'])
  expect([...numbers.values()]).toEqual([1, 2, 3])
})

test('what is called in a spoiler stays in it', () => {
  expect(said(notesBelow(body))).toEqual(['first', 'last'])
  expect(said(notesBelow(body.content?.[2] ?? body))).toEqual(['under a cover'])
})

test('the words of a note do not tear the sentence that calls it', () => {
  expect(plainText(body)).toBe('One two.\nfirst\nItem\nlast')
  expect(wordCount(doc(paragraph(words('One'), note('a b'), words(' two.'))))).toBe(4)
})

test('a covered note gives nothing away', () => {
  expect(plainText(doc(paragraph(words('One'), note('the end', 'inlineSpoiler'))))).toBe('One')
})
