import type { RevisionReason } from '#lib/reviews/revisions.ts'

// Versions of what is no review: works, people, series and lists.

export const recordKinds = ['work', 'person', 'series', 'list'] as const
export type RecordKind = (typeof recordKinds)[number]

/** Why a version was written: what its history says of it. */
export interface Why {
  reason: RevisionReason
  note?: string
}

const folders: Record<RecordKind, string> = {
  work: '/desk/works',
  person: '/desk/people',
  series: '/desk/series',
  list: '/desk/lists',
}

/** The desk's list of such records; the page of one is below it, its history below that. */
export function recordFolder(kind: RecordKind): string {
  return folders[kind]
}
