import { describe, expect, test } from 'vitest'
import type { Prose } from '#lib/prose/prose.ts'
import { linesOf } from './lines.ts'
import { apart, editsBetween, editsIn, withEdits } from './suggestions.ts'

const prose: Prose = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'The lamp' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'It is lit ' },
        { type: 'text', text: 'every night', marks: [{ type: 'italic' }] },
        { type: 'hardBreak' },
        { type: 'text', text: 'by ' },
        { type: 'mention', attrs: { kind: 'person', id: '00000000-0000-7000-8000-000000000000', label: 'Mina' } },
        { type: 'footnote', content: [{ type: 'text', text: 'So they say.' }] },
        { type: 'text', text: ' alone.' },
      ],
    },
    {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'One' }] }] }],
    },
  ],
}
const lines = linesOf(prose)

test('a text is its lines, in which a place is where ProseMirror counts it', () => {
  expect(lines).toEqual(['The lamp', `It is lit every night\nby \ufffc${'\ufffc'.repeat(14)} alone.`, 'One'])
})

describe('what is typed', () => {
  test.each<[string, string, [number, string, string][]]>([
    ['It is dark.', 'It was dark.', [[3, 'is', 'was']]],
    ['It is dark.', 'It is very dark.', [[6, '', 'very ']]],
    ['It is very dark.', 'It is dark.', [[6, 'very ', '']]],
    ['', 'New words', [[0, '', 'New words']]],
    ['Old words', '', [[0, 'Old words', '']]],
    [
      'One two three four five six',
      'One 2 three four five 6',
      [
        [4, 'two', '2'],
        [24, 'six', '6'],
      ],
    ],
    ['The same', 'The same', []],
  ])('%s → %s', (before, after, edits) => {
    expect(editsIn(before, after, 0).map(({ place, quote, replacement }) => [place.start, quote, replacement])).toEqual(
      edits,
    )
  })

  test('in a text that has lost or gained a paragraph is no suggestion', () => {
    expect(editsBetween(['a', 'b'], ['a'])).toBeNull()
    expect(editsBetween(['a', 'b'], ['a', 'b c'])).toHaveLength(1)
  })
})

describe('an accepted suggestion', () => {
  test('makes the text what was typed', () => {
    const typed = lines.map((line, block) =>
      block === 1 ? line.replace('lit', 'lighted').replace('alone', 'herself') : line,
    )
    const made = withEdits(prose, editsBetween(lines, typed) ?? [])
    expect(made && linesOf(made)).toEqual(typed)
    expect(JSON.stringify(made)).toContain('"mention"')
    expect(JSON.stringify(made)).toContain('So they say.')
  })

  test('looks as the words that it replaces', () => {
    const made = withEdits(prose, [{ place: { block: 1, start: 10, end: 15 }, replacement: 'each' }])
    expect(JSON.stringify(made)).toContain('"marks":[{"type":"italic"}],"text":"each night"')
  })

  test('takes a mention away with the words around it', () => {
    const made = withEdits(prose, [{ place: { block: 1, start: 22, end: 40 }, replacement: '' }])
    expect(JSON.stringify(made)).not.toMatch(/mention|footnote/)
  })

  test('does not fit a text that is too short for it', () => {
    expect(withEdits(prose, [{ place: { block: 9, start: 0, end: 0 }, replacement: 'x' }])).toBeNull()
    expect(withEdits(prose, [{ place: { block: 0, start: 5, end: 50 }, replacement: 'x' }])).toBeNull()
  })

  test('is one of two that overlap', () => {
    const at = (start: number, end: number) => ({ place: { block: 0, start, end } })
    expect(apart([at(0, 4), at(3, 6), at(4, 5), at(5, 5)])).toEqual([at(0, 4), at(4, 5), at(5, 5)])
  })
})
