import { parsePartialDate } from './works.ts'

/**
 * Why a release date cannot be taken, in words; null when it can: it is empty, or a year, a month or a day that there is, from the
 * year 1 to 2200, written "2013", "2013-12" or "2013-12-18".
 */
export function releaseProblem(typed: string): string | null {
  const text = typed.trim()
  if (text === '') return null
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (!parts) return 'Write the date as 2013, 2013-12 or 2013-12-18, or leave it empty.'
  const [year = 0, month, day] = parts.slice(1).map(part => (part === undefined ? undefined : Number(part)))
  if (year < 1 || year > 2200) return `The year ${text.slice(0, 4)} cannot be meant: give one from 0001 to 2200.`
  if (month !== undefined && (month < 1 || month > 12)) return `There is no month ${month}: they go from 01 to 12.`
  if (parsePartialDate(text)) return null
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2000, (month ?? 1) - 1, 1)),
  )
  return day === 0 ? 'Days begin with 01.' : `There is no ${day} ${name} ${year}.`
}
