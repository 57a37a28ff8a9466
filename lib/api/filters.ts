import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { ratingBands } from '#lib/search/search.ts'
import { instantOf } from '#lib/settings/dates.ts'
import { workKinds } from '#lib/works/works.ts'
import { oneOf, slugParameter, whole } from './query.ts'

/** What reviews are narrowed by, here and on the listings for people. */
export const reviewFilters = {
  kind: oneOf(workKinds).optional().describe('The kind of work.'),
  section: slugParameter().optional().describe('The slug of a section.'),
  critic: slugParameter().optional().describe('The slug of a critic.'),
  topic: slugParameter().optional().describe('The slug of a topic.'),
  genre: z
    .string()
    .regex(/^[\p{L}\p{N}\p{M}-]{1,120}$/u, 'A genre in lower case, with hyphens for blanks.')
    .optional()
    .describe('A genre of the work: science-fiction.'),
  decade: whole(1000, 9990)
    .refine(year => year % 10 === 0, 'The first year of a decade, such as 2010.')
    .optional()
    .describe('The decade of the work’s release, as its first year.'),
  year: whole(1000, 9999).optional().describe('The year of the work’s release.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Two capitals, such as GB.')
    .optional()
    .describe('The country of the work, ISO 3166-1 alpha-2.'),
  rating: oneOf(ratingBands)
    .optional()
    .describe('What the rating counts as: at least 100, 80, 60 or 40 of 100, or none for what is not scored.'),
}

const date = z
  .union(
    [z.iso.date(), z.iso.datetime({ offset: true })],
    'A date such as 2026-01-31, or a moment such as 2026-01-31T12:00:00Z.',
  )
  .optional()

/** A span of publication: both ends are in it. A date is a day of the publication. */
export const spanFilters = {
  from: date.describe('Published on this date or after it: a day of the publication’s zone, or a moment.'),
  to: date.describe('Published on this date or before it.'),
}

/** The moments that a span begins with and ends before. */
export function spanOf({ from, to }: { from?: string | undefined; to?: string | undefined }, timeZone: string) {
  return {
    since: from === undefined ? null : startOf(from, timeZone),
    before: to === undefined ? null : endOf(to, timeZone),
  }
}

function isDay(text: string): boolean {
  return text.length === 10
}

function startOf(text: string, timeZone: string): Date {
  return isDay(text) ? instantOf(`${text}T00:00`, timeZone) : new Date(text)
}

function endOf(text: string, timeZone: string): Date {
  // Moments are kept to the millisecond.
  if (!isDay(text)) return new Date(new Date(text).getTime() + 1)
  return instantOf(`${Temporal.PlainDate.from(text).add({ days: 1 })}T00:00`, timeZone)
}
