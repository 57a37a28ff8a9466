import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'

/**
 * What is being written. Outside React, so that a keystroke in the text draws nothing anew but what shows the text: components
 * subscribe to the field that they show.
 */
export interface DraftStore {
  get(): ReviewContent
  /** Changes some fields; a patch that changes nothing is not a change. */
  set(patch: Partial<ReviewContent>): void
  /** Called after every change; returns the way to stop. */
  subscribe(listener: () => void): () => void
}

export function createDraftStore(initial: ReviewContent): DraftStore {
  let content = initial
  const listeners = new Set<() => void>()
  return {
    get: () => content,
    set(patch) {
      const next = { ...content, ...patch }
      if (!reallyDiffers(content, next)) return
      content = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function reallyDiffers(before: ReviewContent, after: ReviewContent): boolean {
  const now = new Map<string, unknown>(Object.entries(after))
  return Object.entries(before).some(([name, value]) => now.get(name) !== value)
}
