import { z } from 'zod'
import type { ReviewFilter } from '#lib/reviews/published.ts'
import { workKinds } from '#lib/works/works.ts'

type Query = Record<string, string | string[] | undefined>

// What does not fit is as if it were not there: an address that somebody mistyped still shows reviews.
const slug = z
  .string()
  .regex(/^[a-z0-9-]{1,120}$/)
  .optional()
  .catch(undefined)
const filterSchema = z.object({
  kind: z.enum(workKinds).optional().catch(undefined),
  year: z.coerce.number().int().min(1900).max(2200).optional().catch(undefined),
  section: slug,
  critic: slug,
  rating: z.coerce.number().min(1).max(100).optional().catch(undefined),
})

/** What the listing is narrowed by, from its address. */
export function filterOf(query: Query): ReviewFilter {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
  return filterSchema.parse(given)
}

/** The same as a query, keys in one order, without what is not set. */
export function queryOf(filter: ReviewFilter): string {
  const entries = Object.entries(filter).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]))
  return new URLSearchParams(entries.sort(([a = ''], [b = '']) => a.localeCompare(b))).toString()
}
