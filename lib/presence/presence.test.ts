import { describe, expect, test } from 'vitest'
import {
  holderOf,
  initialsOf,
  nextToWrite,
  patience,
  presenceFor,
  takeOverBy,
  type Viewer,
  type WindowFacts,
} from './presence.ts'

const now = new Date('2026-11-23T12:00:00Z')
const ago = (ms: number) => new Date(now.getTime() - ms)

function window(id: string, facts: Partial<WindowFacts> = {}): WindowFacts {
  return {
    id,
    userId: `user of ${id}`,
    name: id.toUpperCase(),
    openedAt: ago(60_000),
    seenAt: ago(1_000),
    wroteAt: ago(1_000),
    holdsPen: false,
    settlesAt: null,
    askedAt: null,
    declinedAt: null,
    takenBy: null,
    takenWord: '',
    ...facts,
  }
}

const critic: Viewer = { windowId: 'ada', userId: 'user of ada', mayEdit: true, mayEditAny: false }
const chief: Viewer = { ...critic, mayEditAny: true }
const reader: Viewer = { ...critic, mayEdit: false }
const ada = window('ada')
const ines = window('ines', { holdsPen: true })

describe('who is here', () => {
  test('is everybody else who was seen lately, in the order in which they came', () => {
    const windows = [
      window('mina', { openedAt: ago(10) }),
      ines,
      ada,
      window('gone', { seenAt: ago(patience.gone) }),
      window('late', { seenAt: ago(patience.gone - 1), openedAt: ago(5) }),
    ]
    expect(presenceFor(critic, 7, windows, now)).toMatchObject({
      version: 7,
      others: [{ id: 'ines', holdsPen: true }, { id: 'mina' }, { id: 'late' }],
    })
  })

  test('another window of the same person is somebody else, and known as theirs', () => {
    const other = window('other', { userId: ada.userId, holdsPen: true })
    const presence = presenceFor(critic, 1, [ada, other], now)
    expect(presence.others).toMatchObject([{ id: 'other', isOwn: true, holdsPen: true }])
    expect(presence.pen).toBe('elsewhere')
  })

  test('initials are of the first name and the last', () => {
    expect(initialsOf('Inês de Brito')).toBe('IB')
    expect(initialsOf('madonna')).toBe('M')
    expect(initialsOf('“Q” 3')).toBe('Q3')
    expect(initialsOf('李 小龙')).toBe('李小')
    expect(initialsOf('…')).toBe('?')
  })
})

describe('the pen', () => {
  test('is here, elsewhere, or free once its window is gone', () => {
    expect(presenceFor(critic, 1, [{ ...ada, holdsPen: true }], now).pen).toBe('here')
    expect(presenceFor(critic, 1, [ada, ines], now).pen).toBe('elsewhere')
    expect(presenceFor(critic, 1, [ada, { ...ines, seenAt: ago(patience.gone) }], now).pen).toBe('free')
    expect(presenceFor(critic, 1, [ada], now).pen).toBe('free')
  })

  test('that nobody has taken is still in the hand of whoever was away', () => {
    expect(presenceFor(critic, 1, [{ ...ada, holdsPen: true, seenAt: ago(60_000) }], now).pen).toBe('here')
    expect(holderOf([{ ...ada, holdsPen: true, seenAt: ago(60_000) }], now)).toBeNull()
  })

  test('settles for a moment after it changed hands', () => {
    const taken = { ...ada, holdsPen: true, settlesAt: ago(-1) }
    expect(presenceFor(critic, 1, [taken], now).isSettling).toBe(true)
    expect(presenceFor(critic, 1, [{ ...taken, settlesAt: ago(0) }], now).isSettling).toBe(false)
  })

  test('goes to whoever has waited longest and is still here', () => {
    const windows = [
      window('b', { askedAt: ago(2_000) }),
      window('a', { askedAt: ago(9_000), seenAt: ago(patience.gone) }),
      window('c', { askedAt: ago(5_000) }),
      window('d'),
    ]
    expect(nextToWrite(windows, now)?.id).toBe('c')
    expect(nextToWrite([ada], now)).toBeNull()
  })

  test('that was taken is known to have been taken, by whom, and why', () => {
    const lost = { ...ada, takenBy: 'Ines', takenWord: 'It goes out at noon' }
    expect(presenceFor(critic, 1, [lost, ines], now).lost).toEqual({ by: 'Ines', word: 'It goes out at noon' })
  })
})

describe('asking for it', () => {
  test('waits, is unanswered after half a minute, or was declined', () => {
    const asking = (facts: Partial<WindowFacts>) => presenceFor(critic, 1, [{ ...ada, ...facts }, ines], now).asking
    expect(asking({})).toBe('no')
    expect(asking({ askedAt: ago(patience.answer - 1) })).toBe('waiting')
    expect(asking({ askedAt: ago(patience.answer) })).toBe('unanswered')
    expect(asking({ declinedAt: ago(1) })).toBe('declined')
    expect(asking({ declinedAt: ago(9), askedAt: ago(1) })).toBe('waiting')
  })
})

describe('taking it over', () => {
  const idle = { ...ines, wroteAt: ago(patience.idle) }
  const cases: [string, Viewer, WindowFacts[], string][] = [
    ['a critic has to ask', critic, [ada, ines], 'no'],
    ['has to wait for an answer', critic, [{ ...ada, askedAt: ago(patience.answer - 1) }, ines], 'no'],
    ['need not wait longer than half a minute', critic, [{ ...ada, askedAt: ago(patience.answer) }, ines], 'at-once'],
    ['need not ask who does not write', critic, [ada, idle], 'at-once'],
    ['nor who is gone', critic, [ada, { ...ines, seenAt: ago(patience.gone) }], 'at-once'],
    ['nor nobody', critic, [ada], 'at-once'],
    ['nor oneself', critic, [ada, window('other', { userId: ada.userId, holdsPen: true })], 'at-once'],
    ['an editor may at any time, with a word', chief, [ada, ines], 'with-word'],
    ['and without one where anybody may', chief, [ada, idle], 'at-once'],
    ['whoever has it cannot', chief, [{ ...ada, holdsPen: true }], 'no'],
    ['whoever may not write never may', reader, [{ ...ada, askedAt: ago(60_000) }, idle], 'no'],
  ]
  for (const [says, viewer, windows, right] of cases)
    test(says, () => expect(takeOverBy(viewer, windows, now)).toBe(right))
})
