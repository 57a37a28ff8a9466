// What is kept of the saves of a review, and how its history is told.

export const revisionReasons = ['created', 'saved', 'published', 'retracted', 'restored', 'regrouped'] as const
export type RevisionReason = (typeof revisionReasons)[number]

/** Saves by one person with no longer pause than this are one sitting, and so many minutes of it share one revision. */
export const sittingPause = 10 * 60_000

interface Kept {
  reason: RevisionReason
  authorId: string | null
  at: Date
  /** Characters of the content as it is stored. */
  size: number
  /** Of a version that somebody wants to find again. */
  name: string
}

/**
 * Whether an autosave may take the place of the revision before it. The editor saves about once a second of rest, and keeping
 * each would make a review of 1,200 words cost ten megabytes; so a sitting keeps one revision for every ten minutes, and the
 * latest. What was saved by hand, by somebody else, or is a good deal longer than the new text (something was thrown away, by
 * accident perhaps) stays, and so does what has a name.
 */
export function replacesLast(
  next: Omit<Kept, 'reason' | 'name'>,
  last: Kept | undefined,
  before: Kept | undefined,
): boolean {
  if (!last || !before) return false
  const isOneSitting = [last, before].every(
    kept => kept.authorId === next.authorId && next.at.getTime() - kept.at.getTime() < sittingPause,
  )
  return last.reason === 'saved' && last.name === '' && isOneSitting && next.size >= last.size * 0.9
}

interface Entry {
  reason: RevisionReason
  name: string
  authorId: string | null
  /** ISO 8601. */
  at: string
}

/**
 * Gathers a history (newest first) into sittings: saves in a row by one person with pauses under ten minutes. Whatever is not a
 * plain save, or has a name, stands alone, since it is what people look for.
 */
export function sittingsOf<T extends Entry>(entries: T[]): T[][] {
  const sittings: T[][] = []
  for (const entry of entries) {
    const later = sittings.at(-1)?.at(-1)
    if (later && isSameSitting(later, entry)) sittings.at(-1)?.push(entry)
    else sittings.push([entry])
  }
  return sittings
}

function isSameSitting(later: Entry, earlier: Entry): boolean {
  const pause = Date.parse(later.at) - Date.parse(earlier.at)
  return (
    later.reason === 'saved' &&
    earlier.reason === 'saved' &&
    later.name === '' &&
    earlier.name === '' &&
    later.authorId === earlier.authorId &&
    pause < sittingPause
  )
}

const reasonTexts: Record<RevisionReason, string> = {
  created: 'Begun',
  saved: 'Saved',
  published: 'Published',
  retracted: 'Retracted',
  restored: 'Restored from an earlier version',
  regrouped: 'Merged or split',
}

/** "Published" */
export function reasonText(reason: RevisionReason): string {
  return reasonTexts[reason]
}
