import { compareWith, type Found, spotOf } from './comparing.ts'
import { type Name, type Place, type Places, partsOf, placesOf, standingAlone, wholeOf } from './known-names.ts'
import { type Near, nearestAmong } from './nearest.ts'
import { nameKey, type Word, wordsOf } from './words.ts'

export { nameKey } from './words.ts'

/** A name that is surely spelt right: of somebody credited or mentioned, of a character, of a work. */
export interface KnownName {
  text: string
  kind: 'person' | 'character' | 'work'
}

/** A spelling that nearly is a known name. Offsets are those of the text that was checked; a possessive stands outside. */
export interface NameDoubt {
  from: number
  to: number
  /** As it was written. */
  text: string
  /** What should stand there. */
  suggestion: string
  /** The whole name that is meant: "Scarlett Johansson". */
  name: string
  /** Only accents are missing. */
  isAccent: boolean
}

export interface NameCheckInput {
  /** Names of the review: a word that is near one of theirs is doubted even when it stands alone. */
  known: KnownName[]
  /** Names of the whole house: never doubted, and recognised when a word of a full name is right and another nearly. */
  house?: Places
  /** Whether a key is an ordinary word, and when it is a name, no telling one. */
  isWord: (key: string) => boolean
  /** Whether a key is somebody else's name. */
  isOtherName: (key: string) => boolean
  /** Whether the house has said that a spelling (a key) is right. */
  isAccepted: (key: string) => boolean
}

export interface NameCheck {
  doubtsIn(text: string): NameDoubt[]
}

/**
 * A check against some names. It is made once per set of names and then asked paragraph by paragraph; what it learns about a word it
 * keeps, so asking again costs little.
 */
export function createNameCheck(input: NameCheckInput): NameCheck {
  return new Checker(input)
}

/** The names of the house, made ready once for many checks. */
export function houseNames(names: KnownName[]): Places {
  return placesOf(names.map(wholeOf))
}

class Checker implements NameCheck {
  private readonly input: NameCheckInput
  private readonly places: Places
  private readonly near: (key: string) => Near | null

  constructor(input: NameCheckInput) {
    this.input = input
    const names = input.known.flatMap(partsOf)
    this.places = placesOf(names)
    this.near = nearestAmong(names.flatMap(name => standingAlone(name, input.isWord)))
  }

  doubtsIn(text: string): NameDoubt[] {
    const words = wordsOf(text)
    const covered = new Set<number>()
    const found: Found[] = []
    for (const [start, name] of this.candidates(words)) {
      const match = compareWith(name, words, start, this.isAnother)
      if (match === 'exact') for (const at of name.words.keys()) covered.add(start + at)
      else if (match) found.push(match)
    }
    const whole = found.filter(match => spotOf(match).every(at => !covered.has(at)))
    const all = [...whole, ...this.alone(words, covered), ...this.missingAccents(text, words)]
    return choose(all).flatMap(match => this.doubtOf(text, words, match))
  }

  /** Whether a word means something or somebody else. */
  private readonly isAnother = (key: string): boolean =>
    this.input.isWord(key) || this.input.isOtherName(key) || this.isNamed(key)

  private isNamed(key: string): boolean {
    return this.places.has(key) || Boolean(this.input.house?.has(key))
  }

  /** Every place where a name of several words may stand: one of its words does, or nearly. */
  private *candidates(words: Word[]): Generator<[number, Name]> {
    const tried = new Map<Name, Set<number>>()
    for (const [index, word] of words.entries()) {
      if (!word.isCapital) continue
      for (const place of this.placesNear(word.key)) {
        const { name } = place
        const start = index - place.index
        const before = tried.get(name) ?? new Set()
        if (name.words.length < 2 || start < 0 || start + name.words.length > words.length || before.has(start))
          continue
        tried.set(name, before.add(start))
        yield [start, name]
      }
    }
  }

  private placesNear(key: string): Place[] {
    const exact = [...(this.places.get(key) ?? []), ...(this.input.house?.get(key) ?? [])]
    return [...exact, ...(this.places.get(this.near(key)?.key ?? '') ?? [])]
  }

  /** Words that are near one of a name's, with nobody of that name beside them. */
  private *alone(words: Word[], covered: Set<number>): Generator<Found> {
    const lower = new Set(words.flatMap(word => (word.isCapital ? [] : [word.key])))
    for (const [index, word] of words.entries()) {
      if (!word.isCapital || covered.has(index) || lower.has(word.key) || this.isRight(word.key)) continue
      const isPlural = words[index - 1]?.key === 'the' && word.key.endsWith('s')
      const whole = this.near(word.key)
      const singular = isPlural ? this.near(word.key.slice(0, -1)) : null
      const best = singular && singular.distance < (whole?.distance ?? Number.POSITIVE_INFINITY) ? singular : whole
      const place = best?.place
      if (!place || (best.distance > 0.8 && hasNameBeside(words, index))) continue
      const { name, index: at } = place
      const cut = best === singular ? 1 : 0
      yield { name, start: index - at, first: at, last: at, distance: best.distance, cut, isAccent: false }
    }
  }

  /** A word that needs no doubt: a known one, an ordinary one, a plural of either. */
  private isRight(key: string): boolean {
    const stems = [key, key.replace(/(?<!s)s$/, ''), key.replace(/(?<=[sxzo]|[cs]h)es$/, '')]
    return /^.{0,2}$|^\d/.test(key) || stems.some(this.isAnother)
  }

  /** Names that are right but for accents. */
  private *missingAccents(text: string, words: Word[]): Generator<Found> {
    for (const [start, word] of words.entries()) {
      if (!word.isCapital) continue
      for (const { name, index } of this.places.get(word.key) ?? []) {
        if (index > 0 || !name.isWhole || name.isHouse || !hasAccent(name.text)) continue
        if (compareWith(name, words, start, this.isAnother) !== 'exact') continue
        const differing = name.words.flatMap((right, at) => {
          const typed = words[start + at]
          const [mine, theirs] = [text.slice(typed?.from, typed?.to), name.text.slice(right.from, right.to)]
          return hasAccent(theirs) && plainCase(mine) !== plainCase(theirs) ? [at] : []
        })
        const [first, last] = [differing[0], differing.at(-1)]
        if (first !== undefined && last !== undefined)
          yield { name, start, first, last, distance: 0.1, cut: 0, isAccent: true }
      }
    }
  }

  private doubtOf(text: string, words: Word[], { start, name, first, last, cut, isAccent }: Found): NameDoubt[] {
    const [from, end] = [words[start + first]?.from, words[start + last]?.to]
    const [nameFrom, nameTo] = [name.words[first]?.from, name.words[last]?.to]
    if (from === undefined || end === undefined) return []
    const typed = text.slice(from, end - cut)
    if (this.input.isAccepted(nameKey(typed))) return []
    const right = name.text.slice(nameFrom, nameTo)
    const isShouted = typed.length > 3 && typed === typed.toUpperCase()
    const suggestion = isShouted ? right.toUpperCase() : right
    return [{ from, to: end - cut, text: typed, suggestion, name: name.text, isAccent }]
  }
}

/** "Hilary Mantel" is nobody's misspelling, whoever is called Mandel: another name stands beside it. */
function hasNameBeside(words: Word[], index: number): boolean {
  const [before, word, after] = [words[index - 1], words[index], words[index + 1]]
  const isName = (other: Word | undefined) => other?.isCapital && other.key.length > 2 && !forms.has(other.key)
  const isBefore = before?.isJoined && before.ending === '' && !before.isFirst && isName(before)
  return Boolean(isBefore || (word?.isJoined && word.ending === '' && isName(after)))
}

const forms = new Set([
  'miss',
  'mrs',
  'sir',
  'dame',
  'lady',
  'lord',
  'madame',
  'aunt',
  'uncle',
  'director',
  'the',
  'and',
])

function hasAccent(text: string): boolean {
  return /[\u00c0-\u024f]/.test(text.normalize('NFC'))
}

function plainCase(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

/** The surest first, and no two at one place; then in the order of the text. */
function choose(found: Found[]): Found[] {
  const sorted = found.toSorted(
    (a, b) =>
      Number(a.isAccent) - Number(b.isAccent) ||
      Number(a.name.isHouse) - Number(b.name.isHouse) ||
      Number(b.name.isWhole) - Number(a.name.isWhole) ||
      b.last - b.first - (a.last - a.first) ||
      a.distance - b.distance,
  )
  const taken = new Set<number>()
  const chosen = sorted.filter(match => {
    const spot = spotOf(match)
    if (spot.some(at => taken.has(at))) return false
    for (const at of spot) taken.add(at)
    return true
  })
  return chosen.sort((a, b) => a.start + a.first - b.start - b.first)
}
