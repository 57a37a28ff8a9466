import { describe, expect, test } from 'vitest'
import { calendarPath, daysOf, readCalendarPage, turned } from './calendar.ts'

describe('the days of a page', () => {
  test.each([
    ['2026-11-23', '2026-10-26', '2026-12-06', 42],
    ['2026-02-10', '2026-01-26', '2026-03-01', 35],
    ['2027-02-10', '2027-02-01', '2027-02-28', 28],
    ['2028-02-29', '2028-01-31', '2028-03-05', 35],
    ['2026-03-29', '2026-02-23', '2026-04-05', 42],
  ])('of the month of %s go from %s to %s', (day, first, last, count) => {
    const days = daysOf({ span: 'month', day })
    expect([days[0], days.at(-1), days.length]).toEqual([first, last, count])
    expect(new Set(days).size).toBe(count)
  })

  test.each([
    ['2026-11-23', '2026-11-23', '2026-11-29'],
    ['2026-11-29', '2026-11-23', '2026-11-29'],
    ['2027-01-01', '2026-12-28', '2027-01-03'],
  ])('of the week of %s go from %s to %s', (day, first, last) => {
    const days = daysOf({ span: 'week', day })
    expect([days[0], days.at(-1), days.length]).toEqual([first, last, 7])
  })
})

describe('turning', () => {
  test('a month goes to the first of the next, over the year', () => {
    expect(turned({ span: 'month', day: '2026-12-31' }, 1)).toEqual({ span: 'month', day: '2027-01-01' })
    expect(turned({ span: 'month', day: '2026-03-31' }, -1)).toEqual({ span: 'month', day: '2026-02-01' })
  })

  test('a week goes by seven days', () => {
    expect(turned({ span: 'week', day: '2026-12-31' }, 1).day).toBe('2027-01-07')
    expect(turned({ span: 'week', day: '2026-03-02' }, -1).day).toBe('2026-02-23')
  })
})

describe('the address', () => {
  test.each([{}, { day: '2026-02-30' }, { day: 'soon' }, { day: ['a', 'b'] }, { view: 'year' }, { day: '9999-01-01' }])(
    'of %o is the month of today',
    query => {
      expect(readCalendarPage(query, '2026-11-23')).toEqual({ span: 'month', day: '2026-11-23' })
    },
  )

  test('is read as it is written', () => {
    const page = { span: 'week', day: '2026-02-28' } as const
    expect(readCalendarPage(Object.fromEntries(new URL(calendarPath(page), 'http://x').searchParams), 'x')).toEqual(
      page,
    )
  })
})
