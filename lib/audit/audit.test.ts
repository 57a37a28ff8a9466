import { expect, test } from 'vitest'
import { actionWords, detailText } from './audit.ts'
import { auditPath, readAuditFilter } from './audit-schema.ts'

const id = '01a20493-0608-7669-b13d-cabd934a95a3'
const nothing = { who: null, what: null, from: null, to: null, before: null }

test('an action is said in words, one without as it is written', () => {
  expect(actionWords('user.role')).toBe('gave another role to')
  expect(actionWords('list.turn-over')).toBe('turn over list')
})

test('what was written down beside it is one line, without ids', () => {
  expect(detailText({ to: 'editor', by: id, from: 'critic', count: 3, none: null })).toBe(
    'from: critic, to: editor, count: 3',
  )
  expect(detailText({ fields: ['title', 'credits'] })).toBe('fields: title credits')
  expect(detailText({})).toBe('')
  expect(detailText('x')).toBe('')
  expect(detailText({ long: 'x'.repeat(1_000) })).toHaveLength(300)
})

test('an address is read, and what cannot be read counts as not said', () => {
  const filter = { who: id, what: 'user', from: '2026-03-29', to: '2026-10-25', before: '12' } as const
  expect(readAuditFilter(Object.fromEntries(new URL(auditPath(filter), 'https://x.example').searchParams))).toEqual(
    filter,
  )
  for (const query of [
    { who: "' OR 1=1" },
    { what: 'everything' },
    { from: '2026-02-30' },
    { before: '-1' },
    { before: '9'.repeat(30) },
  ])
    expect(readAuditFilter(query)).toEqual(nothing)
  expect(auditPath(nothing)).toBe('/desk/log')
})
