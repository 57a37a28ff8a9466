import { soundOf, spellingDistance } from './distance.ts'
import type { Place } from './known-names.ts'

/** The nearest of some words of names. */
export interface Near {
  key: string
  place: Place
  distance: number
}

/** The most that a spelling may differ, by the length of the name. With a right word beside it, there may be more. */
export function limitFor(length: number, hasCompany: boolean): number {
  if (length < 4) return hasCompany && length > 1 ? 1 : 0
  if (length < 5) return hasCompany ? 1.2 : 1
  if (length < 7) return hasCompany ? 2 : 1.3
  if (length < 9) return hasCompany ? 2.4 : 1.8
  return hasCompany ? 3 : 2.2
}

/**
 * Finds which of these words a key is near to; null when none, or when it is one of them. It remembers what it was asked, and first
 * looks at what costs nothing: length and letters.
 */
export function nearestAmong(parts: Place[]): (key: string) => Near | null {
  const byKey = new Map(parts.map(place => [place.name.words[place.index]?.key ?? '', place]))
  const known = [...byKey].map(([key, place]) => ({ key, place, letters: lettersOf(key), sound: soundOf(key) }))
  const remembered = new Map<string, Near | null>()
  const find = (key: string): Near | null => {
    const letters = lettersOf(key)
    const sound = soundOf(key)
    let best: Near | null = null
    for (const part of known) {
      if (part.key === key) return null
      if (Math.abs(part.key.length - key.length) > 3 || countBits(part.letters ^ letters) > 5) continue
      // What sounds the same may be written more differently.
      const limit = limitFor(part.key.length, false) + (part.sound === sound ? 0.6 : 0)
      const distance = spellingDistance(key, part.key, best ? Math.min(limit, best.distance) : limit)
      if (distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { key: part.key, place: part.place, distance }
    }
    return best
  }
  return key => {
    const before = remembered.get(key)
    if (before !== undefined) return before
    // A text of a million different words should not be kept for ever.
    if (remembered.size > 20_000) remembered.clear()
    const found = key.length < 3 || key.length > 40 ? null : find(key)
    remembered.set(key, found)
    return found
  }
}

/** Which letters a key has, a bit for each. */
export function lettersOf(key: string): number {
  let letters = 0
  for (const letter of key) letters |= 1 << ((letter.codePointAt(0) ?? 0) & 31)
  return letters
}

/** How many bits are set. */
export function countBits(letters: number): number {
  let count = 0
  for (let left = letters; left !== 0; left &= left - 1) count++
  return count
}
