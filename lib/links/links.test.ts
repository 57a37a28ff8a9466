import { expect, test } from 'vitest'
import type { Prose } from '#lib/prose/prose.ts'
import { linkAdvice, linksIn } from './links.ts'

const link = (text: string, href: string, ...marks: string[]) => ({
  type: 'text',
  text,
  marks: [{ type: 'link', attrs: { href } }, ...marks.map(type => ({ type }))],
})

test('links are found in reading order, each address once, also in footnotes and lists, with all their words', () => {
  const prose: Prose = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          link('See ', 'https://example.org/a'),
          link('Her', 'https://example.org/a', 'italic'),
          { type: 'text', text: ' and ' },
          link('again', 'https://example.org/a'),
          { type: 'footnote', content: [link('a note', '/reviews/her')] },
        ],
      },
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [link('b', 'mailto:a@example.org')] }] }],
      },
    ],
  }
  expect(linksIn(prose)).toEqual([
    { href: 'https://example.org/a', text: 'See Her' },
    { href: '/reviews/her', text: 'a note' },
    { href: 'mailto:a@example.org', text: 'b' },
  ])
})

test('what is said of a link is a sentence, and nothing of one that is well', () => {
  const of = (state: Parameters<typeof linkAdvice>[0]['state'], href = 'https://example.org/') =>
    linkAdvice({ href, text: '', state, answer: '404 Not Found', target: '/works/her', checkedAt: null })
  expect(of('fine')).toBeNull()
  expect(of('waiting')).toBeNull()
  expect(of('broken')).toBe('It leads nowhere: 404 Not Found.')
  expect(of('broken', '/x')).toBe('There is no such page here.')
  expect(of('moved')).toBe('It has moved to /works/her.')
  expect(of('gone', '/reviews/x')).toBe('This page of ours was taken down.')
  expect(of('unsure')).toBe('It could not be checked: 404 Not Found.')
})
