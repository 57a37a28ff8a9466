import { describe, expect, test } from 'vitest'
import { type DeskNote, inReadingOrder, isGone, isOnWhole, mentionedIn, messageParts } from './notes.ts'

const people = [
  { id: '1', name: 'Ann' },
  { id: '2', name: 'Ann Lee' },
  { id: '3', name: 'Inês de Brito' },
]

describe('a message', () => {
  test.each<[string, string[]]>([
    ['@Ann, look', ['1']],
    ['@Ann Lee, look', ['2']],
    ['@Annabel', []],
    ['mail ann@Ann', ['1']],
    ['@Inês de Brito and @Ann', ['3', '1']],
    ['@', []],
    ['nobody', []],
  ])('“%s” names %j', (text, ids) => {
    expect(mentionedIn(text, people).map(({ id }) => id)).toEqual(ids)
  })

  test('is the same when its parts are put together', () => {
    const text = 'For @Ann Lee: see @nobody, @Ann.'
    expect(
      messageParts(text, people)
        .map(part => part.text)
        .join(''),
    ).toBe(text)
  })
})

test('notes stand in reading order: on the whole, by place, and what has lost its words last', () => {
  const note = (id: string, place: DeskNote['place'], quote: string): DeskNote => ({
    id,
    kind: 'comment',
    state: 'open',
    place,
    quote,
    prefix: '',
    suffix: '',
    replacement: null,
    author: null,
    isOwn: false,
    at: `2026-01-01T00:00:0${id}Z`,
    settledBy: null,
    settledAt: null,
    comments: [],
  })
  const gone = note('1', null, 'words')
  const whole = note('2', null, '')
  const late = note('3', { block: 4, start: 0, end: 1 }, 'a')
  const early = note('4', { block: 1, start: 7, end: 8 }, 'b')
  expect(inReadingOrder([gone, late, whole, early]).map(({ id }) => id)).toEqual(['2', '4', '3', '1'])
  expect([gone, whole, late].map(isGone)).toEqual([true, false, false])
  expect([gone, whole, late].map(isOnWhole)).toEqual([false, true, false])
})
