import { describe, expect, test } from 'vitest'
import { proseFromMarkdown } from './markdown.ts'

const id = '01a20493-0608-7669-b13d-cabd934a95a3'
const references = {
  picture: (key: string) => (key === 'her-window' ? id : null),
  mention: (_kind: string, slug: string) => (slug === 'spike-jonze' ? id : null),
}
const read = (markdown: string) => proseFromMarkdown(markdown, references)
const blocks = (markdown: string) => {
  const result = read(markdown)
  if (!result.ok) throw new Error(result.problem)
  return result.prose.content
}

describe('Markdown becomes a document', () => {
  test('with headings, quotes, lists and rules', () => {
    expect(
      blocks('## A\n\n### B\n\n> C\n\n- D\n- E\n\n3. F\n\n---')?.map(({ type, attrs }) => [
        type,
        attrs?.level ?? attrs?.start,
      ]),
    ).toEqual([
      ['heading', 2],
      ['heading', 3],
      ['blockquote', undefined],
      ['bulletList', undefined],
      ['orderedList', 3],
      ['horizontalRule', undefined],
    ])
  })

  test('with pull quotes, spoilers and spoilers in a sentence', () => {
    expect(blocks(':::pull\nQuoted\n:::\n\n:::spoiler The end\nShe leaves\n:::\n\nIt is ||hers|| now')).toMatchObject([
      { type: 'pullQuote', content: [{ type: 'paragraph' }] },
      { type: 'spoiler', attrs: { label: 'The end' } },
      {
        type: 'paragraph',
        content: [{ text: 'It is ' }, { text: 'hers', marks: [{ type: 'inlineSpoiler' }] }, { text: ' now' }],
      },
    ])
  })

  test('words after a quotation are covered as any others', () => {
    expect(blocks('From "A Story", by Ted: a general ||who is dead||.')).toMatchObject([
      {
        content: [
          { text: expect.stringMatching(/general $/) },
          { text: 'who is dead', marks: [{ type: 'inlineSpoiler' }] },
          { text: '.' },
        ],
      },
    ])
  })

  test('with spoilers beside other marks', () => {
    expect(blocks('A *b* c-d ||e *f* g|| h | i')).toMatchObject([
      {
        content: [
          { text: 'A ' },
          { text: 'b', marks: [{ type: 'italic' }] },
          { text: ' c-d ' },
          { text: 'e ', marks: [{ type: 'inlineSpoiler' }] },
          { text: 'f', marks: [{ type: 'italic' }, { type: 'inlineSpoiler' }] },
          { text: ' g', marks: [{ type: 'inlineSpoiler' }] },
          { text: ' h | i' },
        ],
      },
    ])
  })

  test('with mentions and pictures by name', () => {
    expect(
      blocks('By [Spike Jonze](person:spike-jonze).\n\n![An orb](art:her-window "At night. Drawing: Us")'),
    ).toMatchObject([
      {
        content: [
          { text: 'By ' },
          { type: 'mention', attrs: { kind: 'person', id, label: 'Spike Jonze' } },
          { text: '.' },
        ],
      },
      { type: 'figure', attrs: { mediaId: id, alt: 'An orb', caption: 'At night.', credit: 'Drawing: Us' } },
    ])
  })

  test('with callouts, tables and their captions', () => {
    expect(
      blocks(
        ':::callout Where to watch it\nIn *cinemas*.\n:::\n\n| Year | Film |\n| --- | --- |\n| 2013 | *Her* |\n| 2003 | \\|\\|Lost\\|\\| |\n\nTable: What he made',
      ),
    ).toMatchObject([
      { type: 'callout', attrs: { title: 'Where to watch it' }, content: [{ type: 'paragraph' }] },
      {
        type: 'table',
        attrs: { caption: 'What he made' },
        content: [
          { content: [{ type: 'tableHeader' }, { type: 'tableHeader', content: [{ content: [{ text: 'Film' }] }] }] },
          {
            content: [
              { type: 'tableCell' },
              { content: [{ content: [{ text: 'Her', marks: [{ type: 'italic' }] }] }] },
            ],
          },
          { content: [{}, { content: [{ content: [{ text: 'Lost', marks: [{ type: 'inlineSpoiler' }] }] }] }] },
        ],
      },
    ])
  })

  test('with footnotes, where they are called and below', () => {
    const [paragraph, ...others] =
      blocks(
        'He waits[^1] and ||goes^[By *train*, to [Spike](person:spike-jonze).]||, at [^2].\n\n[^1]: "For an hour",\n  they say.\n',
      ) ?? []
    expect(others).toEqual([])
    expect(paragraph?.content).toMatchObject([
      { text: 'He waits' },
      { type: 'footnote', content: [{ text: '“For an hour”, they say.' }] },
      { text: ' and ' },
      { text: 'goes', marks: [{ type: 'inlineSpoiler' }] },
      {
        type: 'footnote',
        marks: [{ type: 'inlineSpoiler' }],
        content: [
          { text: 'By ' },
          { text: 'train', marks: [{ type: 'italic' }] },
          { text: ', to ' },
          { type: 'mention' },
          { text: '.' },
        ],
      },
      { text: ', at [^2].' },
    ])
  })

  test('with galleries, and what stands at other sites', () => {
    expect(
      blocks(
        ':::gallery By night\n![One](art:her-window)\n![Two](art:her-window "Lit")\n:::\n\nhttps://youtu.be/a--b_c-d_ef\n\n![The trailer](https://vimeo.com/76979871)\n\nSee https://youtu.be/a--b_c-d_ef',
      ),
    ).toMatchObject([
      {
        type: 'gallery',
        attrs: { caption: 'By night' },
        content: [
          { type: 'figure', attrs: { alt: 'One' } },
          { type: 'figure', attrs: { alt: 'Two', caption: 'Lit' } },
        ],
      },
      { type: 'embed', attrs: { provider: 'youtube', id: 'a--b_c-d_ef', title: '', mediaId: null } },
      { type: 'embed', attrs: { provider: 'vimeo', id: '76979871', title: 'The trailer' } },
      { type: 'paragraph' },
    ])
  })

  test('an address in a list or a callout is a link, because nothing can be shown there', () => {
    const link = { text: 'https://vimeo.com/76979871', marks: [{ type: 'link' }] }
    expect(blocks(':::callout\nhttps://vimeo.com/76979871\n:::')).toMatchObject([
      { type: 'callout', content: [{ type: 'paragraph', content: [link] }] },
    ])
    expect(blocks('- https://vimeo.com/76979871')).toMatchObject([
      { content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [link] }] }] },
    ])
  })

  test.each([
    ['[^1]: Words', 'The footnote “1” is not called anywhere in the text.'],
    ['A[^1]\n\n[^1]: B[^2]\n\n[^2]: C', 'A footnote cannot stand in a footnote. Put its words into one of them.'],
    ['A[^1]\n\n[^1]: B[^1]', 'A footnote cannot stand in a footnote. Put its words into one of them.'],
    ['A^[B^[C]]', 'A footnote cannot stand in a footnote. Put its words into one of them.'],
    ['A^[![x](art:her-window)]', 'A picture cannot stand in a footnote. Put it into the text.'],
    ['A[^1]\n\n[^1]:', 'A footnote has no words. Write some, or take it away.'],
    [':::gallery\nWords\n:::', 'A gallery holds pictures, and nothing else.'],
    [':::gallery\n:::', 'A gallery in the text has no pictures. Add some, or remove it.'],
  ])('%j is refused in words', (markdown, problem) => expect(read(markdown)).toEqual({ ok: false, problem }))

  test('HTML in it is text', () =>
    expect(blocks('<b>x</b> <script>alert(1)</script>')).toMatchObject([
      { content: [{ type: 'text', text: '<b>x</b> <script>alert(1)</script>' }] },
    ]))

  test('references that lead nowhere and links that nobody may follow are refused in words', () => {
    expect(read('By [Nobody](person:nobody)')).toEqual({
      ok: false,
      problem: '“Nobody” points at person:nobody, which is not known.',
    })
    expect(read('![x](art:nothing)')).toEqual({ ok: false, problem: 'The picture “nothing” is not known.' })
    expect(read('[x](javascript:alert(1))')).toMatchObject({ ok: false })
  })
})
