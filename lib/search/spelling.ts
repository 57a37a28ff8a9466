import { spellingDistance } from '#lib/names/distance.ts'

/** Words of two or three letters are never taken for others: too many are one letter apart. */
const shortest = 4

/**
 * Of words that there are, those that a typed one may have been meant as, the nearest and most used first. One slip for a word of
 * up to five letters, two for longer ones.
 */
export function nearest(typed: string, known: { word: string; uses: number }[], most = 3): string[] {
  const length = [...typed].length
  if (length < shortest) return []
  return known
    .map(({ word, uses }) => ({ word, uses, slips: spellingDistance(typed, word, length < 6 ? 1.1 : 2) }))
    .filter(({ slips }) => slips > 0 && slips < Infinity)
    .sort((a, b) => a.slips - b.slips || b.uses - a.uses)
    .slice(0, most)
    .map(({ word }) => word)
}
