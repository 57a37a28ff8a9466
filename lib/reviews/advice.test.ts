import { expect, test } from 'vitest'
import type { Prose, ProseNode } from '#lib/prose/prose.ts'
import { adviceFor } from './advice.ts'
import type { ReviewContent } from './reviews-schema.ts'
import { emptyContent } from './testing.ts'

const prose = (words: number): Prose => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: Array(words).fill('rain').join(' ') }] }],
})
const whole: ReviewContent = {
  ...emptyContent,
  title: 'Short',
  imageId: '0199c0de-0000-7000-8000-000000000001',
  body: prose(10),
}
const fields = (patch: Partial<ReviewContent>) => adviceFor({ ...whole, ...patch }).map(({ field }) => field)

test('nothing is advised where nothing is to be said', () => expect(fields({})).toEqual([]))

test.each([
  ['a headline of sixty letters', { title: 'a'.repeat(60) }, []],
  ['a longer one', { title: 'a'.repeat(61) }, ['searchTitle']],
  ['one of wide signs, of which each takes two', { title: '花'.repeat(31) }, ['searchTitle']],
  ['a longer one with a title for search engines', { title: 'a'.repeat(61), searchTitle: 'Short' }, []],
  ['no picture', { imageId: null }, ['imageId']],
  ['a long text without a pull quote', { body: prose(400) }, ['pullQuote']],
  ['a short one', { body: prose(399) }, []],
  ['a long text with one', { body: prose(400), pullQuote: 'rain rain' }, []],
] as const)('%s', (_, patch, expected) => expect(fields(patch)).toEqual(expected))

test('a pull quote within the text is one, and all advice comes in the order of the page', () => {
  const quoted: ProseNode = { type: 'pullQuote', content: [{ type: 'text', text: 'rain' }] }
  expect(fields({ body: { type: 'doc', content: [...(prose(500).content ?? []), quoted] } })).toEqual([])
  expect(fields({ title: 'a'.repeat(90), imageId: null, body: prose(400) })).toEqual([
    'searchTitle',
    'imageId',
    'pullQuote',
  ])
})
