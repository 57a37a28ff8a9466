import { describe, expect, test } from 'vitest'
import { replacesLast, sittingsOf } from './revisions.ts'

const minute = 60_000
const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 12) + minutes * minute)
const kept = (minutes: number, part = {}) => ({
  reason: 'saved' as const,
  authorId: 'mina',
  at: at(minutes),
  size: 1000,
  name: '',
  ...part,
})

describe('an autosave takes the place of the one before it', () => {
  test('when both it and the one before that are of this sitting', () => {
    expect(replacesLast(kept(9), kept(8.9), kept(0))).toBe(true)
    expect(replacesLast(kept(9), kept(8.9), kept(-2))).toBe(false)
    expect(replacesLast(kept(30), kept(12), kept(11))).toBe(false)
  })

  test('never one that is published, restored, the first, or somebody else’s', () => {
    for (const reason of ['created', 'published', 'retracted', 'restored'] as const)
      expect(replacesLast(kept(2), kept(1, { reason }), kept(0))).toBe(false)
    expect(replacesLast(kept(2), kept(1, { authorId: 'tobias' }), kept(0))).toBe(false)
    expect(replacesLast(kept(2), kept(1), kept(0, { authorId: 'tobias' }))).toBe(false)
    expect(replacesLast(kept(2), kept(1), undefined)).toBe(false)
  })

  test('not one that has a name', () => {
    expect(replacesLast(kept(2), kept(1, { name: 'Before the cut' }), kept(0))).toBe(false)
  })

  test('not one that is a good deal longer', () => {
    expect(replacesLast(kept(2, { size: 950 }), kept(1), kept(0))).toBe(true)
    expect(replacesLast(kept(2, { size: 800 }), kept(1), kept(0))).toBe(false)
  })
})

describe('a history', () => {
  const entry = (id: string, minutes: number, part = {}) => ({
    id,
    reason: 'saved' as const,
    authorId: 'mina',
    at: at(minutes).toISOString(),
    name: '',
    ...part,
  })
  const ids = (sittings: { id: string }[][]) => sittings.map(sitting => sitting.map(({ id }) => id).join(''))

  test('gathers the saves of one person with short pauses', () => {
    const history = [
      entry('f', 40),
      entry('e', 35),
      entry('d', 20, { authorId: 'tobias' }),
      entry('c', 18),
      entry('b', 9),
      entry('a', 0),
    ]
    expect(ids(sittingsOf(history))).toEqual(['fe', 'd', 'cba'])
  })

  test('lets what has a name stand alone', () => {
    const history = [entry('c', 2), entry('b', 1, { name: 'Before the cut' }), entry('a', 0)]
    expect(ids(sittingsOf(history))).toEqual(['c', 'b', 'a'])
  })

  test('lets publications and the like stand alone', () => {
    expect(
      ids(
        sittingsOf([
          entry('d', 3),
          entry('c', 2, { reason: 'published' }),
          entry('b', 1),
          entry('a', 0, { reason: 'created' }),
        ]),
      ),
    ).toEqual(['d', 'c', 'b', 'a'])
  })
})
