import { expect, test } from 'vitest'
import { createNameCheck } from '#lib/names/names.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { emptyContent } from '#lib/reviews/testing.ts'
import { doubtsInFields, withFieldFixed } from './field-doubts.ts'

const check = createNameCheck({
  known: [{ text: 'Spike Jonze', kind: 'person' }],
  isWord: () => false,
  isOtherName: () => false,
  isAccepted: () => false,
})

const content: ReviewContent = {
  ...emptyContent,
  title: 'What Jonz hears',
  verdict: 'Jonz’s best.',
  imageCaption: 'A still of Jonz at work',
  pros: ['The voices', 'Spike Jonz'],
}

test('headline, verdict, captions and points are looked at', () => {
  const found = doubtsInFields(content, check)
  expect(found.map(({ field, index, doubt }) => [field, index, doubt.text])).toEqual([
    ['title', null, 'Jonz'],
    ['verdict', null, 'Jonz'],
    ['imageCaption', null, 'Jonz'],
    ['pros', 1, 'Jonz'],
  ])
})

test('each is put right where it stands, and not when its words have changed meanwhile', () => {
  const fixed = doubtsInFields(content, check).map(doubt => withFieldFixed(content, doubt))
  expect(fixed).toEqual([
    { title: 'What Jonze hears' },
    { verdict: 'Jonze’s best.' },
    { imageCaption: 'A still of Jonze at work' },
    { pros: ['The voices', 'Spike Jonze'] },
  ])
  const [title] = doubtsInFields(content, check)
  expect(title && withFieldFixed({ ...content, title: 'Another' }, title)).toEqual({})
})
