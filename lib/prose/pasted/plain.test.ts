import { describe, expect, test } from 'vitest'
import { blocksFromMarkdown } from './markdown.ts'
import { looksLikeMarkdown, plainBlocks, plainLine } from './plain.ts'
import { outline } from './testing/outline.ts'

const site = 'https://reviews.example.com'

describe('plain text', () => {
  test.each([
    ['One\nTwo\n\nThree', 'One // Two\nThree'],
    ['One\nTwo\nThree', 'One\nTwo\nThree'],
    ['  One  \r\n\r\n\r\n  Two\t\twords ', 'One\nTwo words'],
    ['\n\n \n', ''],
    ['a\0b\u0007\u200bc', 'abc'],
    ['– Yes, he said.\n– No, she said.', '– Yes, he said.\n– No, she said.'],
  ])('%j', (text, becomes) => expect(outline(plainBlocks(text))).toBe(becomes))

  test('that was broken at a width is joined', () => {
    const line = 'It is a film about listening, and about how little of what is said'
    expect(outline(plainBlocks(`${line}\n${line}\n${line}\n${line}\nend.\n\nNext.`))).toBe(
      `${[line, line, line, line].join(' ')} end.\nNext.`,
    )
  })

  test('has links where addresses stand in it', () =>
    expect(
      outline(plainBlocks('See https://example.org/a?utm_source=x, (http://example.org/b) or her.example.', site)),
    ).toBe(
      'See <https://example.org/a?utm_source=x>(https://example.org/a), (<http://example.org/b>(http://example.org/b)) or her.example.',
    ))

  test('is one line where there is room for one', () => expect(plainLine('One\nTwo\n\nThree')).toBe('One Two Three'))
})

const markdown: Record<string, [text: string, becomes: string | null]> = {
  'a post with headings, lists and emphasis': [
    '# Her, at ten\n\nA *quiet* film, and a **strong** one.\n\n## The voice\n\n- One\n- Two\n  - Below\n\n1. First\n2. Second\n',
    '## Her, at ten\nA _quiet_ film, and a **strong** one.\n## The voice\nul\n  -\n    One\n  -\n    Two\n    ul\n      -\n        Below\nol\n  -\n    First\n  -\n    Second',
  ],
  'links and what follows their readers': [
    'See [this](https://example.org/her?utm_source=x) and [ours](https://reviews.example.com/reviews/her).',
    'See <this>(https://example.org/her) and <ours>(/reviews/her).',
  ],
  'pictures at addresses': [
    'Before.\n\n![An orb](https://example.org/orb.jpg "At night")\n\nAfter.',
    'Before.\npicture https://example.org/orb.jpg | An orb | At night | \nAfter.',
  ],
  'quotes and rules': ['> It is a mess.\n\n---\n\nHe *said* so.', 'blockquote\n  It is a mess.\n---\nHe _said_ so.'],
  'the house’s own: pull quotes and spoilers': [
    ':::pull\nA line\n:::\n\nShe ||leaves||.',
    'pullQuote\n  A line\nShe ||leaves||.',
  ],
  'HTML in it is text': ['## A <b>b</b>\n\n<script>alert(1)</script>', '## A <b>b</b>\n<script>alert(1)</script>'],
  'a link that nobody may follow: not read as Markdown at all': ['## A\n\n[x](javascript:alert(1))', null],
  'a name of somewhere else: not read either': ['See [Her](work:her).', null],
}

describe('Markdown', () => {
  test.each(Object.entries(markdown))('%s', (_, [text, becomes]) => {
    expect(looksLikeMarkdown(text)).toBe(true)
    const blocks = blocksFromMarkdown(text, site)
    if (becomes === null) expect(blocks).toBeNull()
    else expect(outline(blocks ?? [])).toBe(becomes)
  })

  test.each([
    'It is a film.\n\nAnother paragraph, with 5 * 3 = 15 and a_b_c.',
    '- Yes, he said.\n\n- No, she said.',
    '#!/bin/sh\n# not a heading',
    'He wrote: *sigh*',
    '1. Her\n2. Lost in Translation',
    'A | B',
    'see https://example.org/(a)[b]',
    '#hashtag and @somebody',
    '',
  ])('is not seen in %j', text => expect(looksLikeMarkdown(text)).toBe(false))
})
