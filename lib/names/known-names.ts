import type { KnownName } from './names.ts'
import { type Word, wordsOf } from './words.ts'

/** A known name, or some of its words in a row: "van Hoytema" of "Hoyte van Hoytema". Offsets are those of the whole text. */
export interface Name {
  text: string
  kind: KnownName['kind']
  words: Word[]
  isWhole: boolean
  isHouse: boolean
}

/** One word of a name. */
export interface Place {
  name: Name
  index: number
}

/** Where each word (by its key) stands in names. */
export type Places = ReadonlyMap<string, Place[]>

export function placesOf(names: Name[]): Places {
  const places = new Map<string, Place[]>()
  for (const name of names)
    for (const [index, { key }] of name.words.entries()) {
      const there = places.get(key)
      if (there) there.push({ name, index })
      else places.set(key, [{ name, index }])
    }
  return places
}

/** All that may stand for a name of the review: the whole, and for people any words of it in a row. */
export function partsOf(known: KnownName): Name[] {
  return readings(known).flatMap(text => {
    const words = wordsOf(text)
    const whole = { text, kind: known.kind, words, isWhole: true, isHouse: false }
    if (known.kind === 'work') return [whole]
    const parts: Name[] = []
    for (let from = 0; from < words.length - 1; from++)
      for (let to = from + 2; to <= words.length; to++)
        if (to - from < words.length) parts.push({ ...whole, words: words.slice(from, to), isWhole: false })
    return [whole, ...parts]
  })
}

/** A name of the house, which is looked for as a whole only. */
export function wholeOf({ text, kind }: KnownName): Name {
  return { text, kind, words: wordsOf(text), isWhole: true, isHouse: true }
}

/** The words of a name that may stand for all of it: a surname, a first name, a title of one word. Not "Fire" of Arcade Fire. */
export function standingAlone(name: Name, isWord: (key: string) => boolean): Place[] {
  if (!name.isWhole || (name.kind === 'work' && name.words.length > 1)) return []
  return name.words.flatMap((word, index) => {
    const isOwn = word.isCapital && word.key.length >= 4 && !/\d/.test(word.key)
    return isOwn && (!isWord(word.key) || (name.words.length === 1 && word.key.length >= 6)) ? [{ name, index }] : []
  })
}

/** "Su Li-zhen (Mrs Chan)" is two names; "Severance: Season 1" is spoken of as "Severance"; "The woman" is none. */
function readings({ text, kind }: KnownName): string[] {
  const [outside = '', inside = ''] = text.split(/[()]/)
  const [main = '', rest = ''] = outside.split(/:\s/)
  const all = [outside, inside, ...(rest && kind === 'work' ? [main, rest] : [])].map(reading => reading.trim())
  const isName = (reading: string) => /^[\p{Lu}\p{N}\p{Lo}]/u.test(reading) && !/^The \p{Ll}/u.test(reading)
  return [...new Set(all)].filter(isName)
}
