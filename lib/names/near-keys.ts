import { spellingDistance } from './distance.ts'
import { partsOf } from './known-names.ts'
import type { KnownName } from './names.ts'
import { countBits, lettersOf, limitFor } from './nearest.ts'

/**
 * Those of the keys that a check against these names can ever ask about: near one of their words, or the same. A browser is given these
 * in place of the whole vocabulary of the house.
 */
export function keysNear(known: KnownName[], keys: Iterable<string>): string[] {
  const parts = [...new Set(known.flatMap(partsOf).flatMap(({ words }) => words.map(word => word.key)))]
  const byLength = Map.groupBy(parts.map(partOf), ({ key }) => key.length)
  const reach = [0, -1, 1, -2, 2, -3, 3]
  return [...keys].filter(key => {
    const letters = lettersOf(key)
    return reach.some(more => byLength.get(key.length + more)?.some(part => isReachable(key, letters, part)))
  })
}

interface Part {
  key: string
  letters: number
  /** The most that any check allows. */
  limit: number
}

function partOf(key: string): Part {
  const limit = Math.max(limitFor(key.length, true), limitFor(key.length, false) + 0.6)
  return { key, letters: lettersOf(key), limit }
}

/** Compares letters before distances, because nearly all pairs have little in common. */
function isReachable(key: string, letters: number, part: Part): boolean {
  if (countBits(letters ^ part.letters) > part.limit * 2 + 1) return false
  return Number.isFinite(spellingDistance(key, part.key, part.limit))
}
