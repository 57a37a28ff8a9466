import { describe, expect, test } from 'vitest'
import {
  checkProse,
  emptyProse,
  excerpt,
  isSafeLink,
  mediaIds,
  mentionIds,
  type ProseNode,
  plainText,
  readingMinutes,
  wordCount,
} from './prose.ts'

const id = '01a20493-0608-7669-b13d-cabd934a95a3'
const text = (words: string, ...marks: { type: string; attrs?: Record<string, unknown> }[]): ProseNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
})
const p = (...content: ProseNode[]): ProseNode =>
  content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' }
const doc = (...content: ProseNode[]) => ({ type: 'doc' as const, content })
const problem = (input: unknown) => {
  const checked = checkProse(input)
  return checked.ok ? null : checked.problem
}

describe('a document from outside', () => {
  test('is let through when it is made of what we know', () => {
    const whole = doc(
      { type: 'heading', attrs: { level: 2 }, content: [text('One face')] },
      p(
        text('Begin with ', { type: 'bold' }),
        { type: 'mention', attrs: { kind: 'person', id, label: 'Spike Jonze' } },
        { type: 'hardBreak' },
      ),
      { type: 'pullQuote', content: [p(text('Begin.'))] },
      { type: 'blockquote', content: [p(text('Said'))] },
      {
        type: 'orderedList',
        attrs: { start: 3, type: null },
        content: [{ type: 'listItem', content: [p(text('Third'))] }],
      },
      { type: 'spoiler', attrs: { label: 'The end' }, content: [p(text('She leaves'))] },
      { type: 'figure', attrs: { mediaId: id, alt: 'An orb', caption: '', credit: '' } },
      { type: 'horizontalRule' },
    )
    expect(checkProse(whole)).toEqual({ ok: true, prose: whole })
    expect(checkProse(emptyProse)).toEqual({ ok: true, prose: emptyProse })
  })

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a string', '<p>Hello</p>'],
    ['a number', 7],
    ['an array', [p()]],
    ['no document', p()],
    ['a text alone', text('x')],
    ['an empty document', { type: 'doc', content: [] }],
    ['an unknown node', doc({ type: 'iframe', attrs: { src: 'https://evil.example' } })],
    ['an image with an address', doc({ type: 'image', attrs: { src: 'https://evil.example/x.png' } })],
    ['raw HTML', doc({ type: 'html', attrs: { html: '<script>1</script>' } })],
    ['an unknown mark', doc(p(text('x', { type: 'style', attrs: { color: 'red' } })))],
    ['a paragraph in a paragraph', doc(p(p()))],
    ['a picture in a sentence', doc(p({ type: 'figure', attrs: { mediaId: id } }))],
    [
      'a spoiler in a spoiler',
      doc({
        type: 'spoiler',
        attrs: { label: '' },
        content: [{ type: 'spoiler', attrs: { label: '' }, content: [p()] }],
      }),
    ],
    ['an empty text', doc(p(text('')))],
    ['content that is no list', { type: 'doc', content: 'x' }],
    ['a type that is an object', doc({ type: { toString: 'paragraph' } as unknown as string })],
    ['an attribute of the wrong kind', doc({ type: 'heading', attrs: { level: '2; DROP TABLE' } })],
    ['a figure without a picture', doc({ type: 'figure', attrs: { alt: '' } })],
    ['a mention without an id', doc(p({ type: 'mention', attrs: { kind: 'work', label: 'Her' } }))],
    ['the prototype', doc(JSON.parse('{"type":"__proto__"}'))],
    ['the constructor', doc({ type: 'constructor' })],
  ])('is refused when it is %s', (_, input) => expect(problem(input)).toEqual(expect.any(String)))

  test.each([
    [
      'a heading of the first level',
      doc({ type: 'heading', attrs: { level: 1 }, content: [text('x')] }),
      /second or third/,
    ],
    [
      'a picture that is an address',
      doc({ type: 'figure', attrs: { mediaId: 'https://evil.example/x.png', alt: '', caption: '', credit: '' } }),
      /not one of ours/,
    ],
    [
      'a mention of something else',
      doc(p({ type: 'mention', attrs: { kind: 'user', id, label: 'x' } })),
      /points at nothing/,
    ],
    [
      'a mention without words',
      doc(p({ type: 'mention', attrs: { kind: 'work', id, label: ' ' } })),
      /points at nothing/,
    ],
    ['NUL', doc(p(text('a\u0000b'))), /cannot be stored/],
    ['a lone surrogate', doc(p(text('a\ud800b'))), /cannot be stored/],
    ['a script in a link', doc(p(text('x', { type: 'link', attrs: { href: 'javascript:alert(1)' } }))), /may follow/],
  ])('is refused in words for %s', (_, input, words) => expect(problem(input)).toMatch(words))

  test('keeps nothing that the grammar does not name', () => {
    const input = doc({ ...p({ ...text('x'), onclick: 'evil()' } as ProseNode), style: 'x' } as ProseNode)
    const polluted = JSON.parse(
      `{"type":"doc","content":[{"type":"heading","attrs":{"level":2,"__proto__":{"polluted":1},"onload":"x"},"content":[{"type":"text","text":"x"}]}]}`,
    )
    expect(checkProse(input)).toEqual({ ok: true, prose: doc(p(text('x'))) })
    expect(checkProse(polluted)).toEqual({
      ok: true,
      prose: doc({ type: 'heading', attrs: { level: 2 }, content: [text('x')] }),
    })
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test('is refused when it is a bomb: deep, many, long', () => {
    let list: ProseNode = { type: 'bulletList', content: [{ type: 'listItem', content: [p()] }] }
    for (let depth = 0; depth < 40; depth++)
      list = { type: 'bulletList', content: [{ type: 'listItem', content: [p(), list] }] }
    expect(problem(doc(list))).toMatch(/nested too deeply/)
    let endless: ProseNode = p()
    for (let depth = 0; depth < 100_000; depth++) endless = { type: 'blockquote', content: [endless] }
    expect(problem(doc(endless))).toMatch(/nested too deeply/)
    expect(problem(doc(...Array.from({ length: 5_001 }, () => p())))).toMatch(/too many parts/)
    expect(problem(doc(p(text('x'.repeat(1_000_001)))))).toMatch(/longer than 1 MB/)
    expect(
      problem(
        doc(
          p(
            text(
              'x',
              ...Array.from({ length: 20_000 }, () => ({
                type: 'link',
                attrs: { href: `https://example.org/${'x'.repeat(60)}` },
              })),
            ),
          ),
        ),
      ),
    ).toEqual(expect.any(String))
  })
})

describe('a link that readers may follow', () => {
  test.each([
    'https://example.org/a?b#c',
    'http://example.org',
    'mailto:desk@example.org',
    'tel:+4930123',
    '/reviews/her',
    '/',
    '#notes',
  ])('%s', href => expect(isSafeLink(href)).toBe(true))

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://x',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'evil.example',
    'reviews/her',
    '',
    'https://',
    'https://exa\u202emple.org',
    'http://[',
    '#a b',
  ])('not %j', href => expect(isSafeLink(href)).toBe(false))
})

describe('what is told of a document', () => {
  const body = doc(
    { type: 'heading', attrs: { level: 2 }, content: [text('One face')] },
    p(
      text('It’s '),
      { type: 'mention', attrs: { kind: 'work', id, label: 'Her' } },
      text(' ends'),
      { type: 'hardBreak' },
      text('badly', { type: 'inlineSpoiler' }),
      text('.'),
    ),
    { type: 'pullQuote', content: [p(text('It’s her.'))] },
    { type: 'spoiler', attrs: { label: 'The end' }, content: [p(text('She leaves.'))] },
    { type: 'figure', attrs: { mediaId: id, alt: 'An orb', caption: 'Caption', credit: '' } },
  )

  test('its plain text has no spoilers, captions and repeated quotes', () =>
    expect(plainText(body)).toBe('One face\nIt’s Her ends .'))
  test('its words are those that a reader reads, spoilers included', () => expect(wordCount(body)).toBe(8))
  test('it knows its pictures and mentions', () => {
    expect(mediaIds(body)).toEqual([id])
    expect(mentionIds(body)).toEqual([id])
  })
  test('an excerpt is cut between words', () => {
    expect(excerpt(doc(p(text('One two three four'))), 12)).toBe('One two…')
    expect(excerpt(doc(p(text('One two'))), 12)).toBe('One two')
    expect(excerpt(doc(p(text('Incomprehensibilities'))), 10).length).toBeLessThanOrEqual(10)
  })
  test('reading takes a minute at least', () => expect([0, 230, 1200].map(readingMinutes)).toEqual([1, 1, 5]))
})
