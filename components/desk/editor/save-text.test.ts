import { expect, test } from 'vitest'
import type { SaveStatus } from './save-state.ts'
import { saidOf, saveText } from './save-text.ts'

const status = (change: Partial<SaveStatus>): SaveStatus => {
  return { state: { kind: 'saved' }, version: 1, savedAt: '', problems: {}, copyProblem: null, ...change }
}
const textOf = (change: Partial<SaveStatus>) => saveText(status(change), '14:03').text

test('the line says where what was written is', () => {
  expect(textOf({})).toBe('Saved 14:03')
  expect(textOf({ state: { kind: 'unsaved' } })).toBe('Not saved yet')
  expect(textOf({ state: { kind: 'retrying', reason: 'offline' } })).toBe(
    'Not saved: no connection. Kept in this browser.',
  )
  expect(textOf({ state: { kind: 'retrying', reason: 'full' } })).toContain('the server’s disk is full')
  expect(textOf({ state: { kind: 'another-account', name: 'Tobias' } })).toContain('Tobias has signed in')
  expect(textOf({ problems: { slug: 'Taken.' } })).toBe('Saved 14:03, but not: Address')
})

test('a browser that keeps nothing is said at all times', () => {
  expect(textOf({ copyProblem: 'full' })).toBe('Saved 14:03. This browser keeps no copy: it has no room left.')
  expect(textOf({ copyProblem: 'off', state: { kind: 'unsaved' } })).toBe(
    'Not saved yet. This browser keeps no copy: its storage is switched off.',
  )
  expect(textOf({ copyProblem: 'full', state: { kind: 'retrying', reason: 'offline' } })).toBe(
    'Not saved: no connection. This browser keeps no copy: it has no room left. Copy your text.',
  )
})

test('what is read out is the same through typing, saving and saved, and another for each trouble', () => {
  const fine = (['saved', 'unsaved', 'saving'] as const).map(kind => saidOf(status({ state: { kind } })))
  expect(new Set(fine).size).toBe(1)
  const reasons = (['offline', 'database', 'full', 'server'] as const).map(reason =>
    saidOf(status({ state: { kind: 'retrying', reason } })),
  )
  expect(new Set([...fine, ...reasons]).size).toBe(5)
  expect(saidOf(status({ copyProblem: 'full' }))).toContain('keeps no copy')
})
