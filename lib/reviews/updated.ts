import { Temporal } from 'temporal-polyfill'

/**
 * The moment of the change that readers are told of beside the date of publication: one of another day, in the publication's zone.
 * Null where there is none, and for a change of the same day. What machines are told is the same.
 */
export function updatedAt(
  { publishedAt, modifiedAt }: { publishedAt: string; modifiedAt: string },
  timeZone: string,
): string | null {
  const dayOf = (iso: string) => Temporal.Instant.from(iso).toZonedDateTimeISO(timeZone).toPlainDate().toString()
  return dayOf(modifiedAt) > dayOf(publishedAt) ? modifiedAt : null
}
