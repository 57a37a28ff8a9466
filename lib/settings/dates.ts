import { Temporal } from 'temporal-polyfill'

/** "14 February 2014", in the publication's zone. */
export function dateText(iso: string, { language, timeZone }: { language: string; timeZone: string }): string {
  return new Intl.DateTimeFormat(language, { timeZone, day: 'numeric', month: 'long', year: 'numeric' }).format(
    new Date(iso),
  )
}

/** "14 February 2014 at 08:00", in the given zone. */
export function momentText(iso: string, { language, timeZone }: { language: string; timeZone: string }): string {
  return new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso))
}

/** The same instant with the zone's own offset, right in summer and winter: "2014-07-14T09:00:00+01:00". For `datetime` and markup. */
export function zonedIso(iso: string, timeZone: string): string {
  return Temporal.Instant.from(iso)
    .toZonedDateTimeISO(timeZone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

/** The calendar year of an instant in a zone. */
export function yearOf(instant: Date, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).year
}

/** The instant of a wall time without offset ("2014-02-14T08:00") in a zone; a gap moves later, an overlap takes the first. */
export function instantOf(wallTime: string, timeZone: string): Date {
  return new Date(
    Temporal.PlainDateTime.from(wallTime).toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds,
  )
}
