// Texts of reviews as nobody's editor writes them: every one is refused, or harmless after the check. Held against the check itself, what
// readers get, feeds, and the address that the desk saves to.

const id = '01a20493-0608-7669-b13d-cabd934a95a3'
const text = (words: unknown, ...marks: unknown[]) => ({ type: 'text', text: words, marks })
const p = (...content: unknown[]) => ({ type: 'paragraph', content })
const doc = (...content: unknown[]) => ({ type: 'doc', content })
const link = (href: unknown, more: object = {}) => doc(p(text('here', { type: 'link', attrs: { href, ...more } })))
const figure = (attrs: object) => doc({ type: 'figure', attrs: { alt: '', caption: '', credit: '', ...attrs } })
const embed = (attrs: object) => doc({ type: 'embed', attrs: { title: '', mediaId: null, ...attrs } })
const cell = (attrs: object = {}, type = 'tableCell') => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: null, ...attrs },
  content: [p(text('x'))],
})
const row = (...cells: unknown[]) => ({ type: 'tableRow', content: cells })
const table = (...rows: unknown[]) => doc({ type: 'table', attrs: { caption: '' }, content: rows })
const nested = (depth: number, wrap: (inside: unknown) => unknown) => {
  let inside: unknown = p(text('x'))
  for (let level = 0; level < depth; level++) inside = wrap(inside)
  return doc(inside)
}
const parsed = (json: string): unknown => JSON.parse(json)

/** Each with its name; the ones that are `harmless` are let through, without what is wrong with them. */
export const hostileDocuments: { name: string; document: unknown; isHarmless?: boolean }[] = [
  { name: 'nothing', document: null },
  { name: 'a string of HTML', document: '<p onclick=alert(1)>x</p>' },
  { name: 'a list', document: [p(text('x'))] },
  { name: 'a number', document: 1e308 },
  { name: 'no type', document: { content: [] } },
  { name: 'a document in a document', document: doc(doc(p(text('x')))) },
  { name: 'an empty document', document: doc() },
  { name: 'content that is an object', document: { type: 'doc', content: { length: 1, 0: p() } } },
  { name: 'a script', document: doc({ type: 'script', content: [text('alert(1)')] }) },
  { name: 'an iframe', document: doc({ type: 'iframe', attrs: { src: 'https://evil.example' } }) },
  { name: 'raw HTML', document: doc({ type: 'html', attrs: { html: '<img src=x onerror=alert(1)>' } }) },
  { name: 'a node called __proto__', document: parsed('{"type":"doc","content":[{"type":"__proto__"}]}') },
  { name: 'a node called constructor', document: doc({ type: 'constructor', content: [] }) },
  { name: 'a type that is an object', document: doc({ type: { toString: 'paragraph' } }) },
  {
    name: 'a prototype to pollute',
    document: parsed(
      '{"type":"doc","__proto__":{"polluted":1},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}',
    ),
    isHarmless: true,
  },
  {
    name: 'handlers beside a node',
    document: doc({ ...p(text('x')), onclick: 'alert(1)', style: 'position:fixed' }),
    isHarmless: true,
  },
  {
    name: 'attributes that a heading has not',
    document: doc({ type: 'heading', attrs: { level: 2, onload: 'alert(1)', id: 'x' }, content: [text('x')] }),
    isHarmless: true,
  },
  {
    name: 'markup in the words',
    document: doc(p(text('<script>alert(1)</script><img src=x onerror=alert(1)>'))),
    isHarmless: true,
  },
  {
    name: 'the end of JSON-LD in the words',
    document: doc(p(text('</script><script>alert(1)</script>'))),
    isHarmless: true,
  },
  {
    name: 'a heading of the first level',
    document: doc({ type: 'heading', attrs: { level: 1 }, content: [text('x')] }),
  },
  { name: 'a heading of level "2"', document: doc({ type: 'heading', attrs: { level: '2' }, content: [text('x')] }) },
  { name: 'an empty text', document: doc(p(text(''))) },
  { name: 'a text that is a number', document: doc(p(text(7))) },
  { name: 'NUL', document: doc(p(text('a\0b'))) },
  { name: 'half of a surrogate pair', document: doc(p(text('a\ud800b'))) },
  { name: 'NUL in a caption', document: figure({ mediaId: id, caption: 'a\0b' }) },
  {
    name: 'half of a surrogate pair in a label',
    document: doc({ type: 'spoiler', attrs: { label: '\udc00' }, content: [p(text('x'))] }),
  },
  { name: 'a script as a link', document: link('javascript:alert(1)') },
  { name: 'a script as a link, in capitals and with a tab', document: link('JaVa\tScRiPt:alert(1)') },
  { name: 'a script behind a control character', document: link('\u0001javascript:alert(1)') },
  { name: 'a link with data', document: link('data:text/html,<script>alert(1)</script>') },
  { name: 'a link to a file', document: link('file:///etc/passwd') },
  { name: 'a link to another host by two slashes', document: link('//evil.example') },
  { name: 'a link to another host by a backslash', document: link('/\\evil.example') },
  { name: 'a link that reads backwards', document: link('https://exa\u202emple.org') },
  { name: 'a link without an address', document: link(undefined) },
  { name: 'a link that is an object', document: link({ href: 'https://example.org' }) },
  {
    name: 'a link with a target and a handler',
    document: link('https://example.org', { target: '_blank', onclick: 'alert(1)' }),
    isHarmless: true,
  },
  { name: 'an unknown mark', document: doc(p(text('x', { type: 'style', attrs: { style: 'color:red' } }))) },
  {
    name: 'a mark on a paragraph',
    document: doc({ ...p(text('x')), marks: [{ type: 'link', attrs: { href: 'https://x.example' } }] }),
  },
  { name: 'a picture by address', document: figure({ mediaId: 'https://evil.example/x.png' }) },
  { name: 'a picture by path', document: figure({ mediaId: '../../../../etc/passwd' }) },
  { name: 'a picture without an id', document: figure({}) },
  { name: 'a picture in a sentence', document: doc(p({ type: 'figure', attrs: { mediaId: id } })) },
  { name: 'a description that is an object', document: figure({ mediaId: id, alt: { a: 1 } }) },
  { name: 'a caption as long as a book', document: figure({ mediaId: id, caption: 'x'.repeat(100_000) }) },
  { name: 'a mention of an account', document: doc(p({ type: 'mention', attrs: { kind: 'user', id, label: 'x' } })) },
  {
    name: 'a mention by path',
    document: doc(p({ type: 'mention', attrs: { kind: 'work', id: '../admin', label: 'x' } })),
  },
  { name: 'a mention of nothing', document: doc(p({ type: 'mention', attrs: { kind: 'work', id, label: '  ' } })) },
  {
    name: 'a spoiler in a spoiler',
    document: nested(2, inside => ({ type: 'spoiler', attrs: { label: '' }, content: [inside] })),
  },
  {
    name: 'a callout in a callout',
    document: nested(2, inside => ({ type: 'callout', attrs: { title: '' }, content: [inside] })),
  },
  { name: 'something of an unknown site', document: embed({ provider: 'evil', id: 'dQw4w9WgXcQ' }) },
  { name: 'something of a site called __proto__', document: embed({ provider: '__proto__', id: 'x' }) },
  { name: 'an address as an id', document: embed({ provider: 'youtube', id: 'https://evil.example' }) },
  { name: 'a path that climbs as an id', document: embed({ provider: 'spotify', id: 'track/../../evil' }) },
  { name: 'markup as an id', document: embed({ provider: 'youtube', id: '"><script>1<' }) },
  { name: 'a line after the id', document: embed({ provider: 'youtube', id: 'dQw4w9WgXcQ\n' }) },
  {
    name: 'a poster by address',
    document: embed({ provider: 'youtube', id: 'dQw4w9WgXcQ', mediaId: 'https://evil.example/x.png' }),
  },
  {
    name: 'a title that is markup',
    document: embed({ provider: 'youtube', id: 'dQw4w9WgXcQ', title: '<svg onload=alert(1)>' }),
    isHarmless: true,
  },
  { name: 'an empty gallery', document: doc({ type: 'gallery', attrs: { caption: '' } }) },
  {
    name: 'a gallery of paragraphs',
    document: doc({ type: 'gallery', attrs: { caption: '' }, content: [p(text('x'))] }),
  },
  { name: 'a table without rows', document: table() },
  { name: 'a table with rows of different lengths', document: table(row(cell()), row(cell(), cell())) },
  { name: 'a cell across a billion columns', document: table(row(cell({ colspan: 1e9 }))) },
  { name: 'a cell across half a column', document: table(row(cell({ colspan: 0.5 }))) },
  { name: 'a cell across no column', document: table(row(cell({ colspan: 0 }))) },
  { name: 'a cell that hangs out of the table', document: table(row(cell({ rowspan: 2 }))) },
  { name: 'a cell with a width', document: table(row(cell({ colwidth: [9e9] }))) },
  { name: 'a table of 101 rows', document: table(...Array.from({ length: 101 }, () => row(cell()))) },
  { name: 'a table of 21 columns', document: table(row(...Array.from({ length: 21 }, () => cell()))) },
  { name: 'a cell outside of a table', document: doc(cell()) },
  {
    name: 'a table in a cell',
    document: table(row({ ...cell(), content: [{ type: 'table', content: [row(cell())] }] })),
  },
  {
    name: 'a footnote in a footnote',
    document: doc(p({ type: 'footnote', content: [{ type: 'footnote', content: [text('x')] }] })),
  },
  { name: 'a footnote between paragraphs', document: doc({ type: 'footnote', content: [text('x')] }) },
  { name: 'a paragraph in a footnote', document: doc(p({ type: 'footnote', content: [p(text('x'))] })) },
  {
    name: 'lists fifty deep',
    document: nested(50, inside => ({ type: 'bulletList', content: [{ type: 'listItem', content: [p(), inside] }] })),
  },
  { name: 'quotes ten thousand deep', document: nested(10_000, inside => ({ type: 'blockquote', content: [inside] })) },
  { name: 'six thousand paragraphs', document: doc(...Array.from({ length: 6_000 }, () => p())) },
  { name: 'more than a megabyte', document: doc(p(text('x'.repeat(1_000_001)))) },
  {
    name: 'ten thousand marks on a word',
    document: doc(
      p(
        text(
          'x',
          ...Array.from({ length: 10_000 }, (_, at) => ({
            type: 'link',
            attrs: { href: `https://x.example/${at}/${'x'.repeat(100)}` },
          })),
        ),
      ),
    ),
  },
]
