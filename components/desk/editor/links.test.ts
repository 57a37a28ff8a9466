import { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { proseSchema } from '#lib/prose/schema.ts'
import { linkPlaces } from './links.ts'

const link = (text: string, href: string, ...more: string[]) => ({
  type: 'text',
  text,
  marks: [{ type: 'link', attrs: { href } }, ...more.map(type => ({ type }))],
})

test('the places of a link are found, words beside each other as one, and those in footnotes with their footnote', () => {
  const doc = Node.fromJSON(proseSchema, {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'See ' }, link('the ', '/a'), link('film', '/a', 'italic')],
      },
      {
        type: 'paragraph',
        content: [link('other', '/b'), { type: 'footnote', content: [{ type: 'text', text: 'at ' }, link('a', '/a')] }],
      },
    ],
  })
  expect(linkPlaces(doc, '/a')).toEqual([
    { from: 5, to: 13, note: null },
    { from: 24, to: 25, note: 20 },
  ])
  expect(doc.textBetween(5, 13)).toBe('the film')
  expect(doc.nodeAt(20)?.type.name).toBe('footnote')
  expect(linkPlaces(doc, '/c')).toEqual([])
})
