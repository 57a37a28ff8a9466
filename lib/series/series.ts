/** Works that belong together: a series in an order, or a franchise of things that share a world. */
export type SeriesKind = 'series' | 'franchise'

/** A series as other pages refer to it. */
export interface SeriesLink {
  id: string
  name: string
  path: string
  kind: SeriesKind
}

/** "Series" */
export function seriesKindName(kind: SeriesKind): string {
  return kind === 'series' ? 'Series' : 'Franchise'
}

/** "Two of its four works are reviewed here." How many were reviewed, and of how many that the house counts to it. */
export function reviewedOf({ works, total }: { works: unknown[]; total: number }): string {
  const count = works.length
  if (count === total)
    return total === 1 ? 'One work, reviewed here.' : `${spelled(total, true)} works, all reviewed here.`
  return `${spelled(count, true)} of its ${spelled(total)} works ${count === 1 ? 'is' : 'are'} reviewed here.`
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

function spelled(count: number, isFirst = false): string {
  const word = words[count] ?? String(count)
  return isFirst ? word.charAt(0).toUpperCase() + word.slice(1) : word
}
