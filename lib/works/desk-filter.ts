import { z } from 'zod'
import { type WorkKind, workKinds } from './works.ts'

// What the list of works at the desk is narrowed by: the address says all of it.

export interface WorksFilter {
  /** Looked for in titles and names. */
  text: string
  kind: WorkKind | null
  /** Only those of which nothing has been published. */
  isUnreviewed: boolean
  page: number
}

// An address is typed and shortened by people: what cannot be read counts as not said.
const schema = z.object({
  q: z
    .string()
    .transform(value =>
      value
        .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
        .normalize('NFC')
        .trim()
        .slice(0, 100),
    )
    .catch(''),
  kind: z.enum(workKinds).nullable().catch(null),
  never: z
    .literal('1')
    .transform(() => true)
    .catch(false),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

/** Reads the filter of an address's query. */
export function readWorksFilter(query: Record<string, string | string[] | undefined>): WorksFilter {
  const first = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  )
  const { q: text, kind, never: isUnreviewed, page } = schema.parse(first)
  return { text, kind, isUnreviewed, page }
}

/** The address of the list with this filter. */
export function worksPath({ text, kind, isUnreviewed, page }: WorksFilter): string {
  const query = new URLSearchParams({
    ...(text && { q: text }),
    ...(kind && { kind }),
    ...(isUnreviewed && { never: '1' }),
    ...(page > 1 && { page: String(page) }),
  }).toString()
  return query ? `/desk/works?${query}` : '/desk/works'
}

/** Whether the filter leaves anything out. */
export function isNarrowed({ text, kind, isUnreviewed }: WorksFilter): boolean {
  return text !== '' || kind !== null || isUnreviewed
}
