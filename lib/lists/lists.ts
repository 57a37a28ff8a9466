// What a list of works is, and how its entries are moved. Pure: the desk's editor uses it in the browser.

export const listLimits = { entries: 500, title: 200, standfirst: 500, note: 2_000 } as const

/** What readers see of a list: nothing yet, or all of it. */
export type ListState = 'draft' | 'live'

export interface ListEntryContent {
  workId: string
  note: string
}

/** Everything that the desk edits of a list; the place of an entry is its rank. */
export interface ListContent {
  slug: string
  title: string
  standfirst: string
  criticId: string | null
  topicId: string | null
  isRanked: boolean
  entries: ListEntryContent[]
}

/** The items with the one at `from` standing at `to`; a place beyond an end is that end. The same array when nothing moves. */
export function moved<T>(items: T[], from: number, to: number): T[] {
  const target = Math.max(0, Math.min(items.length - 1, to))
  const item = items[from]
  if (item === undefined || from === target) return items
  const others = items.toSpliced(from, 1)
  return others.toSpliced(target, 0, item)
}

/** A rank as somebody types it, as an index: "3" is 2, what lies beyond the end is the end; null for what is no rank. */
export function indexOfRank(typed: string, length: number): number | null {
  const digits = typed.trim().replace(/^#|\.$/g, '')
  if (!/^\d{1,9}$/.test(digits) || length === 0) return null
  return Math.max(0, Math.min(length, Number(digits)) - 1)
}

/** "One work", "12 works" */
export function worksText(count: number): string {
  return count === 1 ? 'One work' : `${count} works`
}

/** What stands in the way of showing a list to readers, field by field; empty when nothing does. `shown`: how many entries readers would see. */
export function missingForList(
  { title, slug, entries }: Pick<ListContent, 'title' | 'slug' | 'entries'>,
  shown: number,
): { field: keyof ListContent; problem: string }[] {
  const missing: { field: keyof ListContent; problem: string }[] = []
  if (title === '') missing.push({ field: 'title', problem: 'Give the list a title.' })
  if (isDraftSlug(slug)) missing.push({ field: 'slug', problem: 'Give the list an address.' })
  if (entries.length === 0) missing.push({ field: 'entries', problem: 'Add at least one work.' })
  else if (shown === 0)
    missing.push({
      field: 'entries',
      problem: 'None of these works has a live review yet, so readers would see an empty page.',
    })
  return missing
}

/** The address of a list that has not been given one: nobody typed it. */
export function isDraftSlug(slug: string): boolean {
  return /^draft-[0-9a-f]{12}$/.test(slug)
}
