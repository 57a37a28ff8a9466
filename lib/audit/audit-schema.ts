import { z } from 'zod'
import { firstOfEach, type Query } from '#lib/forms/query-schema.ts'
import { type AuditNoun, auditNouns } from './audit.ts'

export interface AuditFilter {
  /** An account. */
  who: string | null
  what: AuditNoun | null
  /** ISO 8601 dates in the publication's zone, both included. */
  from: string | null
  to: string | null
  /** Entries older than this one. */
  before: string | null
}

const nouns = Object.keys(auditNouns).filter((name): name is AuditNoun => name in auditNouns)
const date = z.iso.date().nullable().catch(null)

const schema = z.object({
  who: z.uuid().nullable().catch(null),
  what: z.enum(nouns).nullable().catch(null),
  from: date,
  to: date,
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .nullable()
    .catch(null),
})

/** The filter that an address says; what cannot be read counts as not said. */
export function readAuditFilter(query: Query): AuditFilter {
  return schema.parse({ who: null, what: null, from: null, to: null, before: null, ...firstOfEach(query) })
}

/** The address of a filter: `/desk/log?what=user`. */
export function auditPath(filter: Partial<AuditFilter>, path = '/desk/log'): string {
  const said = Object.entries(filter).flatMap(([key, value]): [string, string][] => (value ? [[key, value]] : []))
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path
}
