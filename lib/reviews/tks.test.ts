import { expect, test } from 'vitest'
import type { Prose, ProseNode } from '#lib/prose/prose.ts'
import { missingForPublication } from './completeness.ts'
import type { ReviewContent } from './reviews-schema.ts'
import { emptyContent } from './testing.ts'
import { tksLeft } from './tks.ts'

const media = '0198f3a0-0000-7000-8000-000000000001'
const content: ReviewContent = {
  ...emptyContent,
  title: 'TK hears',
  verdict: 'The best film of TK and TK.',
  imageCaption: 'TK at work',
  pros: ['The voices', 'TK'],
  aspects: [{ name: 'TK', weight: 1, value: 3 }],
}

const words = (text: string): ProseNode => ({ type: 'text', text })
const prose = (...nodes: ProseNode[]): Prose => ({ type: 'doc', content: nodes })

test('fields are looked through in the order of the page', () => {
  expect(tksLeft(content).map(({ field, place, count }) => `${field}: ${place} ${count}`)).toEqual([
    'title: the headline 1',
    'verdict: the verdict 2',
    'pros: what is said for it 1',
    'aspects: the aspects 1',
    'imageCaption: the caption 1',
  ])
})

test('the text is looked through with footnotes, and the words of pictures and covers', () => {
  const body = prose(
    { type: 'heading', attrs: { level: 2 }, content: [words('In TK')] },
    {
      type: 'paragraph',
      content: [words('It opened in TK'), { type: 'footnote', content: [words('Says TK.')] }, words('K, says nobody.')],
    },
    { type: 'figure', attrs: { mediaId: media, alt: 'TK', caption: '', credit: 'TK' } },
    { type: 'spoiler', attrs: { label: 'TK' }, content: [{ type: 'paragraph', content: [words('TKTK')] }] },
  )
  expect(tksLeft({ ...content, body }).find(({ field }) => field === 'body')?.count).toBe(7)
})

test('publication waits until none is left, and says where each is', () => {
  const house = { scale: null, affiliateDomains: [], settledPictures: new Set<string>() }
  const problems = (title: string) =>
    missingForPublication({ ...content, title }, house).filter(({ problem }) => problem.startsWith('TK is left'))
  expect(problems('TK hears').map(({ field, problem }) => [field, problem])).toEqual([
    ['title', 'TK is left in the headline.'],
    ['verdict', 'TK is left in the verdict, twice.'],
    ['pros', 'TK is left in what is said for it.'],
    ['aspects', 'TK is left in the aspects.'],
    ['imageCaption', 'TK is left in the caption.'],
  ])
  expect(problems('Her')).toHaveLength(4)
})
