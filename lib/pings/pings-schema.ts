import { z } from 'zod'
import { firstOfEach, type Query, typedPage } from '#lib/forms/query-schema.ts'
import { type PingService, type PingState, pingServices, pingStates } from './pings.ts'

/** What the desk's list of notices is narrowed by: the address says it. */
export interface PingFilter {
  state: PingState | null
  service: PingService | null
  page: number
}

const filter = z.object({
  state: z.enum(pingStates).nullable().catch(null),
  service: z.enum(pingServices).nullable().catch(null),
  page: typedPage,
})

/** Reads the filter from an address; what cannot be read counts as not said. */
export function readPingFilter(query: Query): PingFilter {
  const { state = null, service = null, page = 1 } = firstOfEach(query)
  return filter.parse({ state, service, page })
}

/** "/desk/pings?state=failed&page=2" */
export function pingsPath(given: Partial<PingFilter>): string {
  const { state, service, page = 1 } = given
  const query = new URLSearchParams()
  if (state) query.set('state', state)
  if (service) query.set('service', service)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `/desk/pings?${query}` : '/desk/pings'
}

/** Which notice is sent again; "all" is every one that has failed. */
export const retrySchema = z.strictObject({ id: z.union([z.literal('all'), z.uuid()]) })
export type RetryInput = z.infer<typeof retrySchema>

/** What is done about IndexNow, by whoever saw this key: empty is turned off. */
export const indexNowSchema = z.strictObject({ verb: z.enum(['on', 'renew', 'off']), seen: z.string().max(128) })
export type IndexNowChange = z.infer<typeof indexNowSchema>

/** The hub's address; empty is none. What is wrong with it is said by the command, which knows what the server may call. */
export const hubSchema = z.strictObject({
  hub: z.string().trim().max(500, 'At most 500 characters.'),
  seen: z.string().max(500),
})
export type HubChange = z.infer<typeof hubSchema>
