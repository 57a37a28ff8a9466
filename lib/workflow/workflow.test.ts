import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, dueText, isLate, mayMoveInto, namedReviews } from './workflow.ts'
import { pitchSchema, planChangesSchema, stepsSchema } from './workflow-schema.ts'

const id = '0199a3c0-0000-7000-8000-000000000001'

describe('days', () => {
  test.each([
    ['2026-11-20', '3 days late'],
    ['2026-11-22', '1 day late'],
    ['2026-11-23', 'today'],
    ['2026-11-24', 'tomorrow'],
    ['2026-11-27', 'Friday'],
    ['2026-11-30', '30 November'],
    ['2027-03-05', '5 March 2027'],
  ])('what is due on %s is said as “%s” on 23 November', (dueOn, said) => {
    expect(dueText(dueOn, '2026-11-23')).toBe(said)
    expect(isLate(dueOn, '2026-11-23')).toBe(said.endsWith('late'))
  })

  test('are counted over months, leap days and changes of the clocks', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
    expect(daysBetween('2026-01-01', '2025-12-31')).toBe(-1)
  })
})

describe('who may move into a step', () => {
  test('its roles, and the owner always', () => {
    const step = { movers: ['editor' as const] }
    expect(mayMoveInto('editor', step)).toBe(true)
    expect(mayMoveInto('owner', step)).toBe(true)
    expect(mayMoveInto('critic', step)).toBe(false)
  })
})

test('reviews are named, or counted', () => {
  expect(namedReviews(['Her'])).toBe('“Her”')
  expect(namedReviews([''])).toBe('A review without a headline')
  expect(namedReviews(['Her', 'It'])).toBe('2 reviews')
})

describe('what comes in', () => {
  test.each([
    [[]],
    [[{ id, version: 0 }]],
    [[{ id, version: 1, dueOn: '2026-02-30' }]],
    [[{ id, version: 1, dueOn: '1500-01-01' }]],
    [[{ id, version: 1, priority: 'urgent' }]],
    [[{ id, version: 1, stepId: 'draft' }]],
    [[{ id, version: 1, title: 'x' }]],
    [
      [
        { id, version: 1 },
        { id, version: 2 },
      ],
    ],
    ['all'],
  ])('%o is no change of plans', input => {
    expect(planChangesSchema.safeParse(input).success).toBe(false)
  })

  test('what is not said is left out, and null is said', () => {
    const [change] = planChangesSchema.parse([{ id, version: 1, dueOn: null, stepId: undefined }])
    expect(change).toEqual({ id, version: 1, dueOn: null })
  })

  test('a pitch has a headline and a reason', () => {
    expect(pitchSchema.safeParse({ title: 'Her', why: ' ' }).success).toBe(false)
    expect(pitchSchema.safeParse({ title: ' ', why: 'Because' }).success).toBe(false)
    expect(pitchSchema.parse({ title: ' Her ', why: 'Because', workId: '' })).toEqual({
      title: 'Her',
      why: 'Because',
      workId: null,
    })
  })

  const step = (name: string, isStart = false) => ({ id: null, name, movers: [], isStart })
  test.each([
    ['no step', []],
    ['two of one name', [step('Edit', true), step('edit')]],
    ['no beginning', [step('Edit')]],
    ['two beginnings', [step('Edit', true), step('Draft', true)]],
    ['no name', [step('', true)]],
    ['too many', Array.from({ length: 13 }, (_, index) => step(`${index}`, index === 0))],
  ])('a workflow with %s is refused', (_, steps) => {
    expect(stepsSchema.safeParse({ seen: '', steps }).success).toBe(false)
  })
})
