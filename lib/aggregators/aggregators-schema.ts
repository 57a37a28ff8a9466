import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { firstOfEach, type Query } from '#lib/forms/query-schema.ts'
import { nameLine } from '#lib/forms/text-schema.ts'
import { quoteLimits } from './aggregators.ts'

/** What the desk of aggregators is asked for. Days are ISO 8601 dates in the publication's zone, both included. */
export interface AggregatorRequest {
  from: string
  to: string
  /** By which date a review falls into the range: its publication, or that of its last change. */
  by: 'published' | 'changed'
  /** How long a pull quote may be, in characters. */
  limit: number
  /** Whom it is for; empty for nobody in particular. */
  recipient: string
  /** Without what this recipient has as it stands now. */
  onlyNew: boolean
}

const day = z
  .string()
  .refine(isDay, 'Write a day as year, month and day, such as 2014-02-14.')
  .transform(text => Temporal.PlainDate.from(text).toString())

const recipient = nameLine(60, 'Say who it is for, such as “Rotten Tomatoes”.')
const by = z.enum(['published', 'changed'])
const limit = z.coerce.number().int().min(quoteLimits.least).max(quoteLimits.most)

/** The request as its address says it; what cannot be read counts as not said. `today` is that of the publication's zone. */
export function readAggregatorRequest(query: Query, today: string): AggregatorRequest {
  const said = firstOfEach(query)
  const to = day.catch(today).parse(said.to)
  const monthBefore = Temporal.PlainDate.from(to).subtract({ days: 29 }).toString()
  const from = day.catch(monthBefore).parse(said.from)
  // Typed the wrong way round, it is plain what is meant.
  const [first = to, last = to] = [from, to].sort()
  const name = recipient.catch('').parse(said.for ?? '')
  return {
    from: first,
    to: last,
    by: by.catch('published').parse(said.by),
    limit: limit.catch(quoteLimits.usual).parse(said.limit),
    recipient: name,
    onlyNew: name !== '' && said.only === 'new',
  }
}

/** The address that says a request. */
export function aggregatorsPath(request: AggregatorRequest, page = 1): string {
  const { from, to, by: which, limit: most, recipient: name, onlyNew } = request
  const query = new URLSearchParams({
    from,
    to,
    ...(which === 'changed' && { by: which }),
    ...(most !== quoteLimits.usual && { limit: String(most) }),
    ...(name && { for: name }),
    ...(onlyNew && { only: 'new' }),
    ...(page > 1 && { page: String(page) }),
  })
  return `/desk/aggregators?${query}`
}

/** Ranges that are often asked for, up to today. */
export function usualRanges(today: string): { name: string; from: string; to: string }[] {
  const date = Temporal.PlainDate.from(today)
  return [
    { name: 'Last 7 days', from: date.subtract({ days: 6 }).toString(), to: today },
    { name: 'Last 30 days', from: date.subtract({ days: 29 }).toString(), to: today },
    { name: 'This year', from: date.with({ month: 1, day: 1 }).toString(), to: today },
  ]
}

/** A file that is to be made and remembered. */
export const deliverySchema = z.strictObject({
  from: day,
  to: day,
  by,
  recipient,
  onlyNew: z.boolean(),
  format: z.enum(['csv', 'json']),
})
export type DeliveryInput = z.infer<typeof deliverySchema>

export const forgetSchema = z.object({ id: z.uuid() })

/** A day that there is, in a year that a review can be of. */
function isDay(text: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Boolean(Temporal.PlainDate.from(text, { overflow: 'reject' }))
  } catch {
    return false
  }
}
