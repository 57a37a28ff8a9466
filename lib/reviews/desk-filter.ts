import { z } from 'zod'
import { firstOfEach, type Query, typedPage, typedText } from '#lib/forms/query-schema.ts'
import type { DeskReviewState } from './desk-reviews.ts'
import { type ReviewKind, reviewKinds } from './reviews.ts'

// What the list of reviews at the desk is narrowed and sorted by: the address says all of it, and nothing else does.

export const deskStates = ['draft', 'changed', 'live', 'retracted'] as const satisfies DeskReviewState[]
export const deskSorts = ['updated', 'published', 'title'] as const
export type DeskSort = (typeof deskSorts)[number]

export interface DeskFilter {
  /** Looked for in the headline, the work and the critic. */
  text: string
  state: DeskReviewState | null
  /** Slugs. */
  section: string | null
  critic: string | null
  work: string | null
  kind: ReviewKind | null
  sort: DeskSort
  page: number
}

const stateNames: Record<DeskReviewState, string> = {
  draft: 'Draft',
  changed: 'Changed',
  live: 'Live',
  retracted: 'Retracted',
}

const sortNames: Record<DeskSort, string> = { updated: 'By change', published: 'By publication', title: 'By headline' }

/** "Draft" */
export function stateName(state: DeskReviewState): string {
  return stateNames[state]
}

/** "By change" */
export function sortName(sort: DeskSort): string {
  return sortNames[sort]
}

const slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+$/)
  .nullable()
  .catch(null)

const schema = z.object({
  text: typedText,
  state: z.enum(deskStates).nullable().catch(null),
  section: slug,
  critic: slug,
  work: slug,
  kind: z.enum(reviewKinds).nullable().catch(null),
  sort: z.enum(deskSorts).catch('updated'),
  page: typedPage,
})

/** Reads the filter of an address's query; what it does not say, or says in a way that cannot be read, is left open. */
export function readDeskFilter(query: Query): DeskFilter {
  const { q: text, ...rest } = firstOfEach(query)
  return schema.parse({ ...rest, ...(text !== undefined && { text }) })
}

/** The address of the list with this filter, changed in some way. A change of anything but the page begins at the first page. */
export function deskListPath(filter: DeskFilter, change: Partial<DeskFilter> = {}): string {
  const { text, page, sort, ...rest } = { ...filter, page: 1, ...change }
  const query = new URLSearchParams()
  if (text !== '') query.set('q', text)
  for (const [name, value] of Object.entries(rest)) if (value !== null) query.set(name, value)
  if (sort !== 'updated') query.set('sort', sort)
  if (page > 1) query.set('page', String(page))
  const search = query.toString()
  return search === '' ? '/desk/reviews' : `/desk/reviews?${search}`
}

/** Whether the filter leaves anything out. */
export function isNarrowed({ text, state, section, critic, work, kind }: DeskFilter): boolean {
  return text !== '' || [state, section, critic, work, kind].some(part => part !== null)
}
