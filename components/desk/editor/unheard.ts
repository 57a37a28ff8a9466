import { sameContent } from '#lib/reviews/compare.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'

/** A save that was sent: what was on the screen, and what went out. */
export interface SentSave {
  screen: ReviewContent
  content: ReviewContent
}

const most = 100

/**
 * Saves whose answers never came. One of them may be what the server has: then nobody else was there, and nothing is in conflict.
 * `asStored` says how the server keeps a content.
 */
export function unheardSaves(asStored: (content: ReviewContent) => ReviewContent) {
  let saves: SentSave[] = []
  return {
    add(save: SentSave): void {
      saves = [...saves.slice(1 - most), save]
    },
    /** An answer came: whatever was sent before this save is settled with it. */
    settle(save: SentSave): void {
      saves = saves.slice(saves.indexOf(save) + 1)
    },
    /** The newest one that left the server with this content. */
    find(stored: ReviewContent): SentSave | undefined {
      return saves.findLast(({ content }) => sameContent(asStored(content), stored))
    },
  }
}
