/** The unit with "a" or "an" before it, by sound: "an OS", "a star", "an hour", "a unicorn", "an LP". */
export function withArticle(noun: string): string {
  return `${startsWithVowelSound(noun) ? 'an' : 'a'} ${noun}`
}

/** A plural to start from, which an editor may correct: "stars", "OS's", "LPs", "knives", "slices of toast". */
export function pluralForm(singular: string): string {
  const noun = singular.trim()
  const phrase = /^(\S.*?)( (?:of|in|with|from|for|on|at|to|by) .+)$/i.exec(noun)
  if (phrase?.[1] !== undefined && phrase[2] !== undefined) return pluralForm(phrase[1]) + phrase[2]
  const last = /[^\s-]+$/.exec(noun)?.[0]
  if (last === undefined) return noun
  return noun.slice(0, noun.length - last.length) + pluralWord(last)
}

function startsWithVowelSound(noun: string): boolean {
  const plain = noun.normalize('NFD').replace(/\p{M}/gu, '')
  const first = /[\p{L}\p{N}]+/u.exec(plain)?.[0] ?? ''
  if (/^\d/.test(first)) return /^8|^1[18](?!\d)/.test(first)
  if (isSpelledOut(first)) return /^[AEFHILMNORSX]/i.test(first)
  const word = first.toLowerCase()
  if (/^(hour|honest|honou?r|heir)/.test(word)) return true
  // Written with a vowel, said with a consonant: a unicorn, a euro, a one-off, a ukulele.
  if (/^(uni(?![dmn])|u[bcfhjkqrst][aeiou]|eu|ewe|once|one(?![ir])|ouija)/.test(word)) return false
  return /^[aeiou]/.test(word)
}

/** OS, LP and the e of e-book are said letter by letter. NASA is not: four capitals or more with a vowel between are a word. */
function isSpelledOut(word: string): boolean {
  if (word.length === 1) return true
  if (!/^[A-Z]+s?$/.test(word)) return false
  return word.length < 4 || !/[B-DF-HJ-NP-TV-Z][AEIOU][B-DF-HJ-NP-TV-Z]/.test(word)
}

const irregular: Record<string, string> = {
  child: 'children',
  die: 'dice',
  foot: 'feet',
  goose: 'geese',
  mouse: 'mice',
  ox: 'oxen',
  person: 'people',
  tooth: 'teeth',
}
const unchanging = /^(aircraft|deer|fish|moose|salmon|series|sheep|species|trout|.*craft)$/
const becomesVes = /(calf|elf|half|hoof|knife|leaf|life|loaf|scarf|self|shelf|thief|wharf|wife|wolf)$/
const oesWords = /^(domino|echo|hero|mango|mosquito|potato|tomato|torpedo|volcano)$/

function pluralWord(word: string): string {
  // An apostrophe only where a bare s would be misread: OSs, As.
  if (/^[A-Z]+$/.test(word)) return word.length === 1 || word.endsWith('S') ? `${word}'s` : `${word}s`
  if (/\d$/.test(word)) return `${word}s`
  const lower = word.toLowerCase()
  const known = irregular[lower]
  if (known !== undefined) return word.charAt(0) + known.slice(1)
  if (unchanging.test(lower)) return word
  if (becomesVes.test(lower)) return word.replace(/fe?$/i, 'ves')
  if (/man$/.test(lower) && !/(human|shaman|talisman|german|roman|caiman)$/.test(lower)) return `${word.slice(0, -2)}en`
  if (/[^aeiou]y$/.test(lower)) return `${word.slice(0, -1)}ies`
  if (/(s|x|z|ch|sh)$/.test(lower) || oesWords.test(lower)) return `${word}es`
  return `${word}s`
}
