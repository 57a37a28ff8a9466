import { z } from 'zod'
import { workKinds } from '#lib/works/works.ts'
import { longestQuery, type ReviewFilter, ratingBands, reviewSorts, type SearchSort } from './search.ts'

/** What a listing's address says. The default order is not said. */
export interface Asked {
  typed: string
  filter: ReviewFilter
  sort: SearchSort | null
}

type Query = Record<string, string | string[] | undefined>

// What does not fit is as if it were not there: an address that somebody mistyped still shows reviews.
const slug = z
  .string()
  .regex(/^[a-z0-9-]{1,120}$/)
  .optional()
  .catch(undefined)
const year = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .optional()
  .catch(undefined)
const filterSchema = z.object({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  critic: slug,
  decade: year.transform(value => (value === undefined || value % 10 > 0 ? undefined : value)),
  // Genres of any script have addresses.
  genre: z
    .string()
    .regex(/^[\p{L}\p{N}\p{M}-]{1,120}$/u)
    .optional()
    .catch(undefined),
  kind: z.enum(workKinds).optional().catch(undefined),
  rating: z.enum(ratingBands).optional().catch(undefined),
  section: slug,
  topic: slug,
  year,
})
const restSchema = z.object({
  q: z.string().catch(''),
  sort: z
    .enum(['relevance', ...reviewSorts])
    .nullable()
    .catch(null),
})

/** What is asked of a listing or a search, from its address. */
export function askedOf(query: Query): Asked {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
  const { q, sort } = restSchema.parse(given)
  return {
    typed: q
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, longestQuery)
      .trim(),
    filter: filterSchema.parse(given),
    sort,
  }
}

/** The same as a query, keys in one order and only those that say something, with a question mark; empty when nothing is asked. */
export function queryOf({ typed, filter, sort }: Asked): string {
  const entries = Object.entries({ ...filter, q: typed, sort })
    .flatMap(([key, value]) => (value === undefined || value === null || value === '' ? [] : [[key, String(value)]]))
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  return entries.length > 0 ? `?${new URLSearchParams(entries)}` : ''
}

/** Whether anything narrows it. */
export function isNarrowed(filter: ReviewFilter): boolean {
  return Object.values(filter).some(value => value !== undefined)
}
