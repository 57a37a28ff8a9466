import { expect, test } from 'vitest'
import { daysLeftText, heldText, keptDays, trashFolder, trashKindName, trashKinds } from './trash.ts'

test('thirty days, counted down in words', () => {
  expect(keptDays).toBe(30)
  expect([30, 2, 1, 0, -3].map(daysLeftText)).toEqual([
    '30 days left',
    '2 days left',
    '1 day left',
    'Gone for good tonight',
    'Gone for good tonight',
  ])
})

test('what holds something is named, two at most', () => {
  const held = (...names: string[]) => heldText(names.map(name => ({ name, href: '/desk' })))
  expect(held()).toBe('')
  expect(held('Her')).toBe('“Her” still needs it.')
  expect(held('Her', 'Heat')).toBe('“Her” and “Heat” still need it.')
  expect(held('Her', 'Heat', 'Alien')).toBe('“Her”, “Heat” and another still need it.')
  expect(held('Her', 'Heat', 'Alien', 'Ran')).toBe('“Her”, “Heat” and 2 others still need it.')
})

test('every kind has a name and a place', () => {
  for (const kind of trashKinds) {
    expect(trashKindName(kind)).toMatch(/^[a-z]+$/)
    expect(trashFolder(kind)).toMatch(/^\/desk\/[a-z]+$/)
  }
})
