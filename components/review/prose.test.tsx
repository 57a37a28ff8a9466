import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Picture } from '#lib/media/pictures.ts'
import { samplePicture } from '#lib/media/sample-picture.ts'
import type { ProseNode } from '#lib/prose/prose.ts'
import { Prose } from './prose.tsx'

const words = (text: string, ...marks: ProseNode['marks'] & object): ProseNode => ({ type: 'text', text, marks })
const paragraph = (...content: ProseNode[]): ProseNode => ({ type: 'paragraph', content })

function html(
  content: ProseNode[],
  mentions: Record<string, string> = {},
  pictures: Record<string, Picture> = {},
): string {
  return renderToStaticMarkup(<Prose prose={{ type: 'doc', content }} pictures={pictures} mentions={mentions} />)
}

test('a spoiler is folded, labelled, and kept out of snippets', () => {
  const spoiler = { type: 'spoiler', attrs: { label: 'The last scene' }, content: [paragraph(words('It ends.'))] }
  const markup = html([spoiler])
  expect(markup).toMatch(/<div[^>]*data-nosnippet[^>]*><details/)
  expect(markup).toContain('The last scene')
  expect(markup).not.toMatch(/<details[^>]*open/)
})

test('an inline spoiler is opened by a labelled checkbox, without a script', () => {
  const markup = html([paragraph(words('the butler did it', { type: 'inlineSpoiler' }))])
  expect(markup).toMatch(/<span data-nosnippet[^>]*><label/)
  expect(markup).toMatch(/<input[^>]*type="checkbox"[^>]*aria-label="Show the spoiler"/)
})

test('a mention leads to its page, and is plain text where there is none', () => {
  const mention = { type: 'mention', attrs: { kind: 'person', id: 'p', label: 'Spike Jonze' } }
  expect(html([paragraph(mention)], { p: '/people/spike-jonze' })).toContain(
    '<a href="/people/spike-jonze">Spike Jonze</a>',
  )
  expect(html([paragraph(mention)])).toContain('<p>Spike Jonze</p>')
})

test('a mentioned work is a title: in italics once, whether it was marked so or not', () => {
  const work = { type: 'mention', attrs: { kind: 'work', id: 'w', label: 'Solaris' }, marks: [{ type: 'italic' }] }
  expect(html([paragraph(work)], { w: '/works/solaris' })).toContain(
    '<a href="/works/solaris"><cite>Solaris</cite></a>',
  )
  expect(html([paragraph({ ...work, marks: [] })])).toContain('<p><cite>Solaris</cite></p>')
})

test('marks nest in their order, and text is never markup', () => {
  const text = words('<b>bold</b>', { type: 'link', attrs: { href: '/reviews/her' } }, { type: 'italic' })
  expect(html([paragraph(text)])).toContain('<a href="/reviews/her"><em>&lt;b&gt;bold&lt;/b&gt;</em></a>')
})

test('a pull quote is not read twice, and a figure whose picture is gone is left out', () => {
  expect(html([{ type: 'pullQuote', content: [paragraph(words('Again.'))] }])).toContain('aria-hidden="true"')
  expect(html([{ type: 'figure', attrs: { mediaId: 'gone' } }])).not.toContain('<figure')
})

test('an inline spoiler is one cover, whatever is marked inside, and a link in it is inside', () => {
  const cover = { type: 'inlineSpoiler' }
  const link = { type: 'link', attrs: { href: 'https://example.org/' } }
  const mention = { type: 'mention', attrs: { kind: 'person', id: 'p', label: 'Samantha' }, marks: [cover] }
  const markup = html([
    paragraph(words('In the end '), words('the voice', cover), words(' leaves', link, cover), mention, words('.')),
  ])
  expect(markup.match(/type="checkbox"/g)).toHaveLength(1)
  expect(markup).toContain('<span>the voice<a href="https://example.org/"> leaves</a>Samantha</span></label></span>.')
})

test('a link that earns money says so, and no other does', () => {
  const link = (href: string) => words('here', { type: 'link', attrs: { href } })
  const prose = { type: 'doc' as const, content: [paragraph(link('https://shop.example/'), link('/reviews/her'))] }
  const markup = renderToStaticMarkup(
    <Prose prose={prose} pictures={{}} mentions={{}} sponsored={['https://shop.example/']} />,
  )
  expect(markup).toContain('<a href="https://shop.example/" rel="sponsored">here</a><a href="/reviews/her">here</a>')
})

const note = (text: string, ...marks: NonNullable<ProseNode['marks']>): ProseNode => ({
  type: 'footnote',
  content: [words(text)],
  marks,
})

test('a footnote is called by its number and stands below the text, with the way back', () => {
  const markup = html([paragraph(words('One'), note('The first.')), paragraph(words('Two'), note('The second.'))])
  expect(markup).toContain('<a href="#note-2" id="call-2" role="doc-noteref" aria-label="Note 2">2</a>')
  expect(markup).toMatch(
    /role="doc-endnotes".*<li id="note-1" value="1">The first\. <a href="#call-1"[^>]*>.*<li id="note-2"/,
  )
})

test('a note that is called in a spoiler stays in it', () => {
  const spoiler = { type: 'spoiler', attrs: { label: '' }, content: [paragraph(words('Gone'), note('She leaves.'))] }
  const markup = html([spoiler, paragraph(words('Open'), note('She came.'))])
  const [folded = '', open = ''] = markup.split('</details>')
  expect(folded).toContain('She leaves.')
  expect(open).toContain('<li id="note-2" value="2">She came.')
  expect(open).not.toContain('She leaves.')
})

test('a covered note stays covered below the text', () => {
  const markup = html([paragraph(words('One'), note('The end.', { type: 'inlineSpoiler' }))])
  expect(markup).toMatch(/<li id="note-1" value="1"><span data-nosnippet=""><label.*The end\./)
})

test('a table says which cells head what, and scrolls by itself', () => {
  const cell = (type: string, text: string): ProseNode => ({
    type,
    attrs: { colspan: 1, rowspan: 1, colwidth: null },
    content: [paragraph(words(text))],
  })
  const row = (...content: ProseNode[]): ProseNode => ({ type: 'tableRow', content })
  const table = {
    type: 'table',
    attrs: { caption: 'Three cuts' },
    content: [
      row(cell('tableHeader', 'Cut'), cell('tableHeader', 'Minutes')),
      row(cell('tableHeader', 'Release'), cell('tableCell', '126')),
    ],
  }
  const markup = html([table])
  expect(markup).toMatch(
    /<section[^>]*aria-label="Three cuts" tabindex="0"><table><caption>Three cuts<\/caption><thead>/,
  )
  expect(markup).toMatch(/<thead><tr><th scope="col"><p>Cut.*<tbody><tr><th scope="row"><p>Release.*<td><p>126/)
})

test('what stands at another site is a poster of ours and a link, and loads nothing of theirs', () => {
  const attrs = { provider: 'youtube', id: 'dQw4w9WgXcQ', title: 'The trailer', mediaId: null }
  const markup = html([{ type: 'embed', attrs }])
  expect(markup).toContain('<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">')
  expect(markup).toMatch(/The trailer.*Watch on YouTube/)
  expect(markup).not.toMatch(/iframe|<script|src=/)
})

test('pictures of a gallery keep their words, and each leads to the whole of itself', () => {
  const picture = samplePicture({ widths: [400, 800], alt: 'A lift' })
  const figures = ['p', 'gone'].map(mediaId => ({
    type: 'figure',
    attrs: { mediaId, alt: '', caption: 'Going up', credit: '' },
  }))
  const markup = html([{ type: 'gallery', attrs: { caption: 'Two lifts' }, content: figures }], {}, { p: picture })
  expect(markup.match(/<img/g)).toHaveLength(1)
  expect(markup).toMatch(/<a href="\/media\/her-1-800\.webp"><[^>]*(alt="A lift"|.*alt="A lift")/)
  expect(markup).toMatch(/Going up.*Two lifts/)
})

test('a callout is a note with its name', () => {
  const callout = { type: 'callout', attrs: { title: 'Where to watch it' }, content: [paragraph(words('In cinemas.'))] }
  expect(html([callout])).toMatch(
    /<div[^>]*role="note" aria-label="Where to watch it"><p[^>]*>Where to watch it<\/p><p>In/,
  )
})
