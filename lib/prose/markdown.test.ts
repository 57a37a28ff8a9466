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
