/** A word of a text, as the name check sees it: "Jonze’s" is the word "Jonze" with the ending "’s". */
export interface Word {
  /** Where it stands in the text, without its ending. */
  from: number
  to: number
  /** Lower-case, without accents and apostrophes. */
  key: string
  /** "’s", "’ll"; empty for most. */
  ending: string
  isCapital: boolean
  /** It begins a sentence or a quotation, where every word is a capital. */
  isFirst: boolean
  /** Nothing but a space, a hyphen, an ampersand or the point of an initial stands between it and the next. */
  isJoined: boolean
}

const pattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ`´]\p{L}[\p{L}\p{M}]*)*/gu
const endings = /['’ʼ`´](?:s|d|m|ll|ve|re)$/i
const gap = /^(?:[ \u00a0\u202f]{1,2}|[-‐‑]|[ \u00a0]?[&+/][ \u00a0]?)$/
const shortGap = /^\.[ \u00a0]?-?$/
const abbreviated = new Set(['st', 'mr', 'mrs', 'ms', 'dr', 'jr', 'sr'])

/** The words of a text in order. Offsets count UTF-16 units, as those of ProseMirror do. */
export function wordsOf(text: string): Word[] {
  const found = [...text.matchAll(pattern)]
  return found.map((match, index) => {
    const ending = endings.exec(match[0])?.[0] ?? ''
    const next = found[index + 1]
    const end = match.index + match[0].length
    const core = match[0].slice(0, match[0].length - ending.length)
    const key = nameKey(core).replaceAll(' ', '')
    const between = next ? text.slice(end, next.index) : null
    const last = found[index - 1]
    const leading = last ? text.slice(last.index + last[0].length, match.index) : null
    const isShort = key.length === 1 || abbreviated.has(key)
    return {
      from: match.index,
      to: end - ending.length,
      key,
      ending,
      isCapital: /^\p{Lu}/u.test(core),
      isFirst: leading === null || /[.!?…:;“”"‘(\n\ufffc—–]/.test(leading),
      isJoined: between !== null && (gap.test(between) || (isShort && shortGap.test(between))),
    }
  })
}

const letters: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i' }

/** What a spelling is compared and remembered by: lower-case, without accents and apostrophes, one space between words. */
export function nameKey(text: string): string {
  const plain = text.toLowerCase()
  // Most words are plain already, and taking letters apart costs.
  if (/^[a-z0-9]+$/.test(plain)) return plain
  return plain
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ`´]/gu, '')
    .replace(/[øłđðþæœßı]/g, letter => letters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
