import { z } from 'zod'
import { firstOfEach, type Query, typedPage, typedText } from '#lib/forms/query-schema.ts'
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

const schema = z.object({
  q: typedText,
  kind: z.enum(workKinds).nullable().catch(null),
  never: z
    .literal('1')
    .transform(() => true)
    .catch(false),
  page: typedPage,
})

/** Reads the filter of an address's query. */
export function readWorksFilter(query: Query): WorksFilter {
  const { q: text, kind, never: isUnreviewed, page } = schema.parse(firstOfEach(query))
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
