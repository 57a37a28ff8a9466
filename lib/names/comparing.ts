import { soundOf, spellingDistance } from './distance.ts'
import type { Name } from './known-names.ts'
import { limitFor } from './nearest.ts'
import type { Word } from './words.ts'

/** A place in a text where a name nearly stands. */
export interface Found {
  name: Name
  /** The word of the text where the name's first word would stand. */
  start: number
  /** The first and the last word of the name that is spelt otherwise. */
  first: number
  last: number
  distance: number
  /** Letters of a plural at the end, which are no part of the name. */
  cut: number
  isAccent: boolean
}

/** Words of names that tell nobody from anybody. */
const small = new Set(['the', 'and', 'for', 'von', 'van', 'del', 'della', 'der', 'den', 'with', 'from'])

/** Compares the words from `start` on with a name: the same, another (null), or nearly. */
export function compareWith(
  name: Name,
  words: Word[],
  start: number,
  isAnother: (key: string) => boolean,
): Found | 'exact' | null {
  const differing: number[] = []
  let distance = 0
  let right = 0
  for (const [at, wanted] of name.words.entries()) {
    const typed = words[start + at]
    const isLast = at === name.words.length - 1
    if (!typed || (!isLast && (!typed.isJoined || (typed.ending !== '' && wanted.ending === '')))) return null
    if (typed.key === wanted.key) {
      if (wanted.key.length > 2 && !small.has(wanted.key)) right += 1
      continue
    }
    const off = offBy(typed, wanted, { name, isLast, isAnother })
    if (!Number.isFinite(off)) return null
    distance += off
    differing.push(at)
  }
  const [first, last] = [differing[0], differing.at(-1)]
  if (first === undefined || last === undefined) return 'exact'
  const isSure =
    right > 0
      ? differing.length <= Math.ceil(name.words.length / 2)
      : name.words.every((wanted, at) => isNearAlone(words[start + at], wanted, isAnother))
  return isSure ? { name, start, first, last, distance: distance / name.words.length, cut: 0, isAccent: false } : null
}

interface Company {
  name: Name
  isLast: boolean
  isAnother: (key: string) => boolean
}

/** How far what was typed is from a word of a name; infinitely, when it is another word. */
function offBy(typed: Word, wanted: Word, { name, isLast, isAnother }: Company): number {
  const isComparable =
    typed.isCapital === wanted.isCapital && wanted.key.length > 2 && !/\d/.test(typed.key + wanted.key)
  if (!isComparable) return Number.POSITIVE_INFINITY
  if (!isAnother(typed.key)) return spellingDistance(typed.key, wanted.key, limitFor(wanted.key.length, !name.isHouse))
  // "Mark" and "Mary" are two people; "Jon Turturro" is John, "Spike Jones" is Jonze, and "Amy Adam" is Amy Adams.
  const isHeardSo = soundOf(typed.key) === soundOf(wanted.key)
  if (typed.key[0] !== wanted.key[0] || !(isLast || isHeardSo)) return Number.POSITIVE_INFINITY
  return spellingDistance(typed.key, wanted.key, isHeardSo ? limitFor(wanted.key.length, !name.isHouse) : 1)
}

/** Where no word of a name is surely right, each has to be near enough to stand alone. */
function isNearAlone(typed: Word | undefined, wanted: Word, isAnother: (key: string) => boolean): boolean {
  if (!typed) return false
  if (typed.key === wanted.key) return true
  if (isAnother(typed.key)) return false
  return Number.isFinite(spellingDistance(typed.key, wanted.key, limitFor(wanted.key.length, false)))
}

/** The words of the text that would be put right. */
export function spotOf({ start, first, last }: Found): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => start + first + at)
}
