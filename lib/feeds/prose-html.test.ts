import { expect, test } from 'vitest'
import { samplePicture } from '#lib/media/sample-picture.ts'
import type { ProseNode } from '#lib/prose/prose.ts'
import { proseHtml } from './prose-html.ts'

const picture = samplePicture({ height: 1_000, widths: [400, 800, 1_200, 2_000], alt: 'A lift', credit: 'Drawing: us' })
const context = {
  siteUrl: 'https://reviews.example',
  path: '/reviews/her',
  pictures: { p: picture },
  mentions: { w: '/works/her' },
  sponsored: ['https://shop.example/?a=1&b=2'],
}
const html = (...content: ProseNode[]) => proseHtml({ type: 'doc', content }, context).text
const paragraph = (...content: ProseNode[]): ProseNode => ({ type: 'paragraph', content })
const words = (text: string, ...marks: (string | { type: string; attrs: Record<string, unknown> })[]): ProseNode => ({
  type: 'text',
  text,
  marks: marks.map(mark => (typeof mark === 'string' ? { type: mark } : mark)),
})
const link = (href: string) => ({ type: 'link', attrs: { href } })

test('every block is an element of HTML', () => {
  expect(
    html(
      { type: 'heading', attrs: { level: 2 }, content: [words('Two')] },
      { type: 'heading', attrs: { level: 3 }, content: [words('Three')] },
      { type: 'blockquote', content: [paragraph(words('Said'), { type: 'hardBreak' }, words('so'))] },
      { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [paragraph(words('c'))] }] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(words('•'))] }] },
      { type: 'horizontalRule' },
    ),
  ).toBe(
    '<h2>Two</h2><h3>Three</h3><blockquote><p>Said<br/>so</p></blockquote><ol start="3"><li><p>c</p></li></ol><ul><li><p>•</p></li></ul><hr/>',
  )
})

test('addresses are whole, and links that earn money say so', () => {
  expect(html(paragraph(words('a', link('/lists/x')), words('b', link('#foot'))))).toBe(
    '<p><a href="https://reviews.example/lists/x">a</a><a href="https://reviews.example/reviews/her#foot">b</a></p>',
  )
  expect(html(paragraph(words('c', 'bold', link('https://shop.example/?a=1&b=2'))))).toBe(
    '<p><strong><a href="https://shop.example/?a=1&amp;b=2" rel="sponsored">c</a></strong></p>',
  )
})

test('a work is cited, with a link where it has a page', () => {
  const mention = (id: string): ProseNode => ({ type: 'mention', attrs: { kind: 'work', id, label: 'Her' } })
  expect(html(paragraph(mention('w'), mention('x')))).toBe(
    '<p><a href="https://reviews.example/works/her"><cite>Her</cite></a><cite>Her</cite></p>',
  )
})

test('a picture has its words, and one that is gone is left out', () => {
  const figure = (mediaId: string): ProseNode => ({ type: 'figure', attrs: { mediaId, caption: 'Up & down' } })
  expect(html(figure('p'), figure('q'))).toBe(
    '<figure><img src="https://reviews.example/media/her-1-1200.webp" alt="A lift" width="1200" height="600"/><figcaption>Up &amp; down · Drawing: us</figcaption></figure>',
  )
})

test('in place of a spoiler stands a link to the page, one for each cover', () => {
  const out = html(
    paragraph(words('He '), words('dies', 'inlineSpoiler'), words(' twice', 'italic', 'inlineSpoiler'), words('.')),
    { type: 'spoiler', attrs: { label: 'The end' }, content: [paragraph(words('She leaves'))] },
  )
  expect(out).toBe(
    '<p>He <a href="https://reviews.example/reviews/her">[spoiler: on the page]</a>.</p>' +
      '<p><a href="https://reviews.example/reviews/her">Spoiler, on the page: The end</a></p>',
  )
})

test('a pull quote, which repeats the text, and what nobody knows are left out', () => {
  expect(html({ type: 'pullQuote', content: [paragraph(words('Again'))] }, { type: 'script' })).toBe('')
})

test('what looks like markup is text', () => {
  expect(html(paragraph(words('<script>alert(1)</script>&amp;')))).toBe(
    '<p>&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;</p>',
  )
})

test('set pieces are plain HTML that stands anywhere', () => {
  const cell = (type: string, text: string, colspan = 1): ProseNode => ({
    type,
    attrs: { colspan, rowspan: 1, colwidth: null },
    content: [paragraph(words(text))],
  })
  expect(
    html(
      { type: 'callout', attrs: { title: 'Where' }, content: [paragraph(words('There'))] },
      {
        type: 'table',
        attrs: { caption: 'Cuts' },
        content: [
          { type: 'tableRow', content: [cell('tableHeader', 'Cut', 2)] },
          { type: 'tableRow', content: [cell('tableCell', 'a'), cell('tableCell', 'b')] },
        ],
      },
      { type: 'embed', attrs: { provider: 'vimeo', id: '76979871', title: 'A & B', mediaId: null } },
      { type: 'embed', attrs: { provider: 'evil', id: 'x', title: '', mediaId: null } },
    ),
  ).toBe(
    '<blockquote><p><strong>Where</strong></p><p>There</p></blockquote><table><caption>Cuts</caption><tbody><tr><th colspan="2"><p>Cut</p></th></tr><tr><td><p>a</p></td><td><p>b</p></td></tr></tbody></table><p><a href="https://vimeo.com/76979871">A &amp; B: Watch on Vimeo</a></p>',
  )
})

test('a footnote leads to the review’s own page, and a covered one is left out', () => {
  const note = (text: string, ...marks: string[]): ProseNode => ({
    type: 'footnote',
    content: [words(text)],
    marks: marks.map(type => ({ type })),
  })
  expect(html(paragraph(words('One'), note('Yes.'), words(' two'), note('The end.', 'inlineSpoiler')))).toBe(
    '<p>One<sup><a href="https://reviews.example/reviews/her#note-1">1</a></sup> two<a href="https://reviews.example/reviews/her">[spoiler: on the page]</a></p><p><sup>1</sup> Yes.</p>',
  )
})

test('the pictures of a gallery stand one after the other', () => {
  const figure: ProseNode = { type: 'figure', attrs: { mediaId: 'p', caption: 'Up' } }
  expect(html({ type: 'gallery', attrs: { caption: 'Both' }, content: [figure, figure] })).toMatch(
    /^<figure>.*<\/figure><figure>.*<\/figure><p>Both<\/p>$/,
  )
})
