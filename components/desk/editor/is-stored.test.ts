import { expect, test } from 'vitest'
import type { Prose } from '#lib/prose/prose.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { emptyContent } from '#lib/reviews/testing.ts'
import { isStored } from './is-stored.ts'

const empty: ReviewContent = {
  ...emptyContent,
}
const body = (...words: string[]): Prose => ({
  type: 'doc',
  content: words.map(text => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})
const content = (title: string, ...words: string[]): ReviewContent => ({ ...empty, title, body: body(...words) })
const copy = (base: ReviewContent | null, mine: ReviewContent) => {
  return { version: 1, base, content: mine, at: '', editorId: null, step: 1 }
}

test('a copy that was saved after all is stored, also when it was gone on from', () => {
  const base = content('Her', 'One.')
  const mine = content('Her', 'One.', 'Two.')
  expect(isStored(copy(base, mine), mine)).toBe(true)
  expect(isStored(copy(base, mine), content('Her, again', 'One.', 'Two.', 'Three.'))).toBe(true)
  expect(isStored(copy(null, mine), mine)).toBe(true)
})

test('a copy with a word of its own is not, and neither is one of which nobody knows what it was made from', () => {
  const base = content('Her', 'One.')
  expect(isStored(copy(base, content('Her', 'One.', 'Two.')), base)).toBe(false)
  expect(isStored(copy(base, content('Him', 'One.')), content('She', 'One.'))).toBe(false)
  expect(isStored(copy(base, content('Her', 'One, rewritten.')), content('Her', 'One, by them.'))).toBe(false)
  expect(isStored(copy(null, base), content('Her', 'One.', 'Two.'))).toBe(false)
})

test('nor is one in which something was thrown away that is stored', () => {
  expect(isStored(copy(content('Her', 'One.', 'Two.'), content('Her', 'One.')), content('Her', 'One.', 'Two.'))).toBe(
    false,
  )
})
