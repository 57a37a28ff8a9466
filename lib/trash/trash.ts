// What is thrown away is kept for a while, out of sight.

export const trashKinds = ['review', 'list', 'media', 'work', 'person', 'series'] as const
export type TrashKind = (typeof trashKinds)[number]

/** Days until what is in the trash is gone for good. */
export const keptDays = 30

const names: Record<TrashKind, string> = {
  review: 'review',
  list: 'list',
  media: 'picture',
  work: 'work',
  person: 'person',
  series: 'series',
}

/** "picture" */
export function trashKindName(kind: TrashKind): string {
  return names[kind]
}

const folders: Record<TrashKind, string> = {
  review: '/desk/reviews',
  list: '/desk/lists',
  media: '/desk/media',
  work: '/desk/works',
  person: '/desk/people',
  series: '/desk/series',
}

/** The desk's list of such things; the page of one is below it. */
export function trashFolder(kind: TrashKind): string {
  return folders[kind]
}

/** Something that stands in the way, and where the desk shows it. */
export interface Holder {
  name: string
  href: string
}

export interface TrashRow {
  kind: TrashKind
  id: string
  name: string
  /** "Draft", "Retracted review", "Film, 2013" */
  detail: string
  /** ISO 8601. */
  at: string
  by: string | null
  /** Until it is gone for good, at least 0; by the database's clock. */
  daysLeft: number
  may: { restore: boolean; purge: boolean }
}

/** "12 days left", "Gone tonight" */
export function daysLeftText(days: number): string {
  if (days <= 0) return 'Gone for good tonight'
  return days === 1 ? '1 day left' : `${days} days left`
}

/** "“Her” and 3 others use it": what holds something, in words. */
export function heldText(holders: readonly Holder[]): string {
  const [first, second, ...rest] = holders
  if (!first) return ''
  if (!second) return `“${first.name}” still needs it.`
  return rest.length === 0
    ? `“${first.name}” and “${second.name}” still need it.`
    : `“${first.name}”, “${second.name}” and ${rest.length === 1 ? 'another' : `${rest.length} others`} still need it.`
}
