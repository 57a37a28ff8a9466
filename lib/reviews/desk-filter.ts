import { z } from 'zod'
import { firstOfEach, type Query, typedPage, typedText } from '#lib/forms/query-schema.ts'
import { type Priority, priorities } from '#lib/workflow/workflow.ts'
import type { DeskReviewState } from './desk-reviews.ts'
import { type ReviewKind, reviewKinds } from './reviews.ts'

// What the list of reviews at the desk is narrowed and sorted by: the address says all of it, and nothing else does.

export const deskStates = ['draft', 'changed', 'live', 'retracted'] as const satisfies DeskReviewState[]
export const deskDues = ['late', 'today', 'week', 'set', 'none'] as const
export type DeskDue = (typeof deskDues)[number]
export const deskSorts = ['updated', 'published', 'due', 'title'] as const
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
  /** Where it stands, by the step's id: of what readers do not see. */
  step: string | null
  /** `me`, `nobody`, or somebody's id. */
  assignee: string | null
  due: DeskDue | null
  priority: Priority | null
  sort: DeskSort
  page: number
}

const stateNames: Record<DeskReviewState, string> = {
  draft: 'Draft',
  changed: 'Changed',
  live: 'Live',
  retracted: 'Retracted',
}

const sortNames: Record<DeskSort, string> = {
  updated: 'By change',
  published: 'By publication',
  due: 'By day due',
  title: 'By headline',
}

const dueNames: Record<DeskDue, string> = {
  late: 'Late',
  today: 'Due today',
  week: 'Due within a week',
  set: 'With a day',
  none: 'Without a day',
}

/** "Draft" */
export function stateName(state: DeskReviewState): string {
  return stateNames[state]
}

/** "Due today" */
export function dueName(due: DeskDue): string {
  return dueNames[due]
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

const id = z.uuid().nullable().catch(null)

const schema = z.object({
  text: typedText,
  state: z.enum(deskStates).nullable().catch(null),
  section: slug,
  critic: slug,
  work: slug,
  kind: z.enum(reviewKinds).nullable().catch(null),
  step: id,
  assignee: z
    .union([z.enum(['me', 'nobody']), z.uuid()])
    .nullable()
    .catch(null),
  due: z.enum(deskDues).nullable().catch(null),
  priority: z.enum(priorities).nullable().catch(null),
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
  return `/desk/reviews${deskQuery(filter, change)}`
}

/** The address of the board with this filter. It shows every state in its place and is not sorted by hand, so it has neither. */
export function deskBoardPath(filter: DeskFilter, change: Partial<DeskFilter> = {}): string {
  return `/desk/board${deskQuery(filter, { ...change, state: null, step: null, sort: 'updated' })}`
}

/** "?state=draft&due=late", or nothing: what an address says of a filter. */
export function deskQuery(filter: DeskFilter, change: Partial<DeskFilter> = {}): string {
  const { text, page, sort, ...rest } = { ...filter, page: 1, ...change }
  const query = new URLSearchParams()
  if (text !== '') query.set('q', text)
  for (const [name, value] of Object.entries(rest)) if (value !== null) query.set(name, value)
  if (sort !== 'updated') query.set('sort', sort)
  if (page > 1) query.set('page', String(page))
  const search = query.toString()
  return search === '' ? '' : `?${search}`
}

/** Whether the filter leaves anything out. */
export function isNarrowed({ text, sort: _sort, page: _page, ...parts }: DeskFilter): boolean {
  return text !== '' || Object.values(parts).some(part => part !== null)
}

/** The filter that leaves nothing out, in the same order. */
export function openFilter({ sort }: Pick<DeskFilter, 'sort'>): DeskFilter {
  return readDeskFilter({ sort })
}
