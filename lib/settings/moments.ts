import { Temporal } from 'temporal-polyfill'

interface Place {
  language: string
  timeZone: string
}

/** How long ago in the words of a list, in a zone: "Today, 14:05", "Yesterday, 09:10", "12 November", "14 February 2014". */
export function shortMoment(iso: string, { language, timeZone }: Place, now = new Date().toISOString()): string {
  const at = zoned(iso, timeZone)
  const days = at.toPlainDate().until(zoned(now, timeZone).toPlainDate(), { largestUnit: 'day' }).days
  const isThisYear = at.year === zoned(now, timeZone).year
  const instant = new Date(iso)
  if (days === 0 || days === 1) {
    const time = new Intl.DateTimeFormat(language, { timeZone, timeStyle: 'short' }).format(instant)
    const day = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-days, 'day')
    return `${day.charAt(0).toUpperCase()}${day.slice(1)}, ${time}`
  }
  const year = isThisYear ? {} : ({ year: 'numeric' } as const)
  return new Intl.DateTimeFormat(language, { timeZone, day: 'numeric', month: 'long', ...year }).format(instant)
}

/** "14 February 2014 at 08:00 (Europe/London); 09:00 in Europe/Berlin": the editor's own zone first, the publication's when it differs. */
export function fullMoment(iso: string, { language, timeZone }: Place, publicationZone: string): string {
  const instant = new Date(iso)
  const full = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(instant)
  const here = `${full} (${timeZone})`
  if (zoned(iso, timeZone).offset === zoned(iso, publicationZone).offset) return here
  const time = new Intl.DateTimeFormat(language, {
    timeZone: publicationZone,
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(instant)
  return `${here}; ${time} in ${publicationZone}`
}

/** What to wish at this hour: "Good morning". */
export function greeting(timeZone: string, now = new Date().toISOString()): string {
  const { hour } = zoned(now, timeZone)
  if (hour >= 5 && hour < 12) return 'Good morning'
  return hour >= 12 && hour < 18 ? 'Good afternoon' : 'Good evening'
}

function zoned(iso: string, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(iso).toZonedDateTimeISO(timeZone)
}
