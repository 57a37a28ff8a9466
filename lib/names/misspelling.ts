// How people misspell, for measuring the name check: no part of the product runs this.

type Slip = (word: string, next: () => number) => string | null

const slips: Record<string, Slip> = {
  swapped: (word, next) => {
    const at = inside(word, next, 1)
    return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
  },
  doubled: (word, next) => {
    const at = inside(word, next)
    return word.slice(0, at) + (word[at] ?? '') + word.slice(at)
  },
  single: word => (/(\p{L})\1/u.test(word) ? word.replace(/(\p{L})\1/u, '$1') : null),
  missing: (word, next) => {
    const at = inside(word, next)
    return word.slice(0, at) + word.slice(at + 1)
  },
  vowel: (word, next) =>
    change(word, /[aeiou]/g, letter => vowels[(vowels.indexOf(letter) + 1 + Math.floor(next() * 4)) % 5] ?? 'e', next),
  neighbour: (word, next) => change(word, /[a-z]/g, letter => keys[letter] ?? letter, next),
  alike: (word, next) => change(word, /[ckszvfmngj]/g, letter => alike[letter] ?? letter, next),
  sound: word => sounds.map(([from, to]) => word.replace(from, to)).find(heard => heard !== word) ?? null,
  extra: (word, next) => {
    const at = inside(word, next)
    return word.slice(0, at) + 'aeinrst'[Math.floor(next() * 7)] + word.slice(at)
  },
  ending: word => (/e$/.test(word) ? word.slice(0, -1) : `${word}e`),
}

const vowels = 'aeiou'
const alike: Record<string, string> = { c: 'k', k: 'c', s: 'z', z: 's', v: 'f', f: 'v', m: 'n', n: 'm', g: 'j', j: 'g' }
const keys: Record<string, string> = Object.fromEntries(
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap(row =>
    [...row].map((letter, at) => [letter, row[at + 1] ?? row[at - 1] ?? letter]),
  ),
)
const sounds: [RegExp, string][] = [
  [/ph/, 'f'],
  [/oe/, 'eo'],
  [/ei/, 'ie'],
  [/ie/, 'ei'],
  [/ck/, 'k'],
  [/y/, 'i'],
  [/gh/, 'g'],
  [/th/, 't'],
]

/** A name misspelt in one word, once in each way that fits; long words in two places as well. */
export function misspellings(name: string, next: () => number): string[] {
  const words = name.split(/(?<=[ -])/)
  const long = words.filter(word => /^\p{Lu}\p{L}{3,}/u.test(word))
  const [word] = long.toSorted(() => next() - 0.5)
  if (!word) return []
  const core = word.replace(/[ -]$/, '')
  const spelt = Object.values(slips).flatMap(slip => slip(core, next) ?? [])
  const twice = core.length > 8 ? [slips.missing?.(slips.vowel?.(core, next) ?? core, next) ?? core] : []
  const put = (wrong: string) => words.map(one => (one === word ? wrong + one.slice(core.length) : one)).join('')
  return [...new Set([...spelt, ...twice])].filter(wrong => wrong !== core).map(put)
}

/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A place behind the first letter, `end` before the last. */
function inside(word: string, next: () => number, end = 0): number {
  return 1 + Math.floor(next() * Math.max(1, word.length - 1 - end))
}

function change(word: string, which: RegExp, to: (letter: string) => string, next: () => number): string | null {
  const places = [...word.matchAll(which)].map(match => match.index).filter(at => at > 0)
  const at = places[Math.floor(next() * places.length)]
  if (at === undefined) return null
  return word.slice(0, at) + to(word[at] ?? '') + word.slice(at + 1)
}
