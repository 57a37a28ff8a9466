import { z } from 'zod'
import { type WorkKind, workKinds } from '#lib/works/works.ts'

// What the page of top-rated works is narrowed by: its address says all of it.

export interface TopFilter {
  kind?: WorkKind
  /** Of release. */
  year?: number
  /** The first year of it: 2010. */
  decade?: number
  genre?: string
}

const year = z.coerce.number().int().min(1).max(2200).optional().catch(undefined)

// What does not fit is as if it were not there: an address that somebody mistyped still shows something.
const schema = z.object({
  kind: z.enum(workKinds).optional().catch(undefined),
  year,
  decade: year.transform(value => (value === undefined || value % 10 !== 0 ? undefined : value)),
  genre: z
    .string()
    .max(80)
    .regex(/^[^\p{Cc}]+$/u)
    .transform(value => value.trim().normalize('NFC'))
    .optional()
    .catch(undefined),
})

/** The filter of an address's query. A year says more than a decade, which is then left out. */
export function topFilterOf(query: Record<string, string | string[] | undefined>): TopFilter {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
  const { decade, ...rest } = schema.parse(given)
  const filter: TopFilter = {}
  if (rest.kind) filter.kind = rest.kind
  if (rest.year) filter.year = rest.year
  if (decade && !rest.year) filter.decade = decade
  if (rest.genre) filter.genre = rest.genre
  return filter
}

/** The address of the page with this filter, keys in one order: "/top?decade=2010&kind=film". */
export function topPath(filter: TopFilter): string {
  const entries = Object.entries(filter)
    .flatMap(([key, value]): [string, string][] => (value === undefined ? [] : [[key, String(value)]]))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const query = new URLSearchParams(entries).toString()
  return query ? `/top?${query}` : '/top'
}

/** Ranks from scores that are in order, best first: equal scores share one, and the next is counted on from there (1, 2, 2, 4). `first` is that of the first. */
export function sharedRanks(scores: number[], place: number, first: number): number[] {
  const ranks: number[] = []
  for (const [index, score] of scores.entries())
    ranks.push(index === 0 ? first : score === scores[index - 1] ? (ranks[index - 1] ?? first) : place + index)
  return ranks
}
