import { expect, test } from 'vitest'
import type { Prose, ProseNode } from '#lib/prose/prose.ts'
import type { ReviewContent } from './reviews-schema.ts'
import { spoilerEchoes } from './spoiler-echo.ts'
import { emptyContent } from './testing.ts'

const text = (words: string, ...marks: string[]): ProseNode => ({
  type: 'text',
  text: words,
  marks: marks.map(type => ({ type })),
})
const paragraph = (...content: ProseNode[]): ProseNode => ({ type: 'paragraph', content })
const spoiler = (...content: ProseNode[]): ProseNode => ({ type: 'spoiler', attrs: { label: 'The end' }, content })

function content(body: ProseNode[], fields: Partial<ReviewContent>): ReviewContent {
  const prose: Prose = { type: 'doc', content: body }
  return {
    ...emptyContent,
    body: prose,
    spoilers: 'major',
    ...fields,
  }
}

const ending = 'In the end the voice leaves him for somebody else.'

test('five words of a spoiler in a row are found in what everybody reads, whatever their case and marks', () => {
  const body = [paragraph(text('A man listens.')), spoiler(paragraph(text(ending)))]
  expect(spoilerEchoes(content(body, { verdict: 'We learn that THE VOICE — leaves “him” for good.' }))).toEqual([
    {
      field: 'verdict',
      problem: 'The verdict says “the voice leaves him for”, which stands in a spoiler. Is that meant?',
    },
  ])
  expect(spoilerEchoes(content(body, { title: ending, standfirst: ending })).map(({ field }) => field)).toEqual([
    'title',
    'standfirst',
  ])
})

test('four words are an accident, and so are words that the open text has too', () => {
  const body = [paragraph(text(`Before it begins: ${ending}`)), spoiler(paragraph(text(ending)))]
  expect(spoilerEchoes(content(body, { verdict: ending }))).toEqual([])
  expect(spoilerEchoes(content([spoiler(paragraph(text(ending)))], { verdict: 'The voice leaves him.' }))).toEqual([])
  expect(spoilerEchoes(content([paragraph(text(ending))], { verdict: ending }))).toEqual([])
})

test('inline spoilers count, however they are marked inside, and so do mentions and captions', () => {
  const inline = paragraph(
    text('It turns out that '),
    text('the voice ', 'inlineSpoiler'),
    text('leaves', 'italic', 'inlineSpoiler'),
    text(' him for somebody', 'inlineSpoiler'),
    text(', alas.'),
  )
  expect(spoilerEchoes(content([inline], { standfirst: 'The voice leaves him for somebody.' }))).toHaveLength(1)
  const mention: ProseNode = { type: 'mention', attrs: { kind: 'person', id: 'x', label: 'Alan Watts' } }
  const figure: ProseNode = { type: 'figure', attrs: { alt: 'An empty chair on the roof', caption: '', credit: '' } }
  const body = [spoiler(paragraph(text('She has been talking to '), mention)), spoiler(figure)]
  const fields = { verdict: 'Been talking to Alan Watts', imageAlt: 'An empty chair on the roof at night' }
  expect(spoilerEchoes(content(body, fields)).map(({ field }) => field)).toEqual(['verdict', 'imageAlt'])
})

test('words of two spoilers are not one sentence', () => {
  const body = [spoiler(paragraph(text('The voice leaves')), paragraph(text('him for good')))]
  expect(spoilerEchoes(content(body, { verdict: 'The voice leaves him for good' }))).toEqual([])
})

test('a pull quote in the text is read by everybody, and so are the points for and against', () => {
  const quote: ProseNode = { type: 'pullQuote', content: [paragraph(text(ending))] }
  const body = [quote, paragraph(text('A man listens.')), spoiler(paragraph(text(ending)))]
  expect(spoilerEchoes(content(body, { cons: ['Slow', ending] })).map(({ field }) => field)).toEqual(['body', 'cons'])
})
