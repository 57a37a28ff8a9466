import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { ProseNode } from '#lib/prose/prose.ts'
import { Prose } from './prose.tsx'

const words = (text: string, ...marks: ProseNode['marks'] & object): ProseNode => ({ type: 'text', text, marks })
const paragraph = (...content: ProseNode[]): ProseNode => ({ type: 'paragraph', content })

function html(content: ProseNode[], mentions: Record<string, string> = {}): string {
  return renderToStaticMarkup(<Prose prose={{ type: 'doc', content }} pictures={{}} mentions={mentions} />)
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
