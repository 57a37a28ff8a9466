import { addDays } from './workflow.ts'

// The days that a page of the calendar shows. Weeks begin on Monday.

export const calendarSpans = ['month', 'week'] as const
export type CalendarSpan = (typeof calendarSpans)[number]

/** What the address says: a span, and a day in it. */
export interface CalendarPage {
  span: CalendarSpan
  /** "2026-11-23" */
  day: string
}

/** Reads an address's query; what cannot be read is this month, or the day of today. */
export function readCalendarPage(query: Record<string, string | string[] | undefined>, today: string): CalendarPage {
  const { day, view } = query
  return { span: view === 'week' ? 'week' : 'month', day: typeof day === 'string' && isDay(day) ? day : today }
}

export function calendarPath({ span, day }: CalendarPage): string {
  return `/desk/calendar?${new URLSearchParams({ ...(span === 'week' && { view: 'week' }), day })}`
}

/** The days to show, whole weeks from Monday on: the week of a day, or the weeks that its month lies in. */
export function daysOf({ span, day }: CalendarPage): string[] {
  if (span === 'week') return daysFrom(mondayOf(day), 7)
  const first = mondayOf(`${day.slice(0, 7)}-01`)
  const last = mondayOf(addDays(addMonths(day, 1), -1))
  return daysFrom(first, (Date.parse(last) - Date.parse(first)) / 86_400_000 + 7)
}

/** The page before (-1) or after (1). Of a month it is the first day. */
export function turned({ span, day }: CalendarPage, by: -1 | 1): CalendarPage {
  return { span, day: span === 'week' ? addDays(day, 7 * by) : addMonths(day, by) }
}

/** The first day of the month that lies so many months on. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
}

function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
}

function daysFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index))
}

function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}
