/** What is looked for, and how exactly. */
export interface FindQuery {
  text: string
  isCaseSensitive: boolean
  isWholeWord: boolean
  /** "Agnès" and "Agnes" are two. */
  isAccentSensitive: boolean
}

export interface Found {
  from: number
  to: number
}

export const emptyQuery: FindQuery = { text: '', isCaseSensitive: false, isWholeWord: false, isAccentSensitive: false }

const straight: Record<string, string> = { '‘': "'", '’': "'", '‚': "'", '“': '"', '”': '"', '„': '"' }
const spaces: Record<string, string> = { '\u00a0': ' ', '\u202f': ' ' }
/** Letters that are no letter with an accent to Unicode, and one to whoever looks for a name. */
const plain: Record<string, string> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
}

/**
 * Finds the places of a query in a line, in characters, none over another. Quotation marks and apostrophes in words are found however
 * they were typed ("don't" finds "don’t"), unless the query has curly ones itself; spaces that do not break are spaces.
 */
export function finder(query: FindQuery): (line: string) => Found[] {
  const folding = { ...query, isStraight: /\p{L}/u.test(query.text) && !/[‘’‚“”„]/.test(query.text) }
  const known = new Map<string, string>()
  const foldOne = (character: string) => {
    const before = known.get(character)
    if (before !== undefined) return before
    const folded = fold(character, folding)
    known.set(character, folded)
    return folded
  }
  const wanted = [...query.text].map(foldOne).join('')
  if (wanted === '') return () => []
  return line => {
    const { text, starts } = folded(line, foldOne)
    const found: Found[] = []
    for (let at = text.indexOf(wanted); at >= 0; ) {
      const end = at + wanted.length
      const place = { from: starts[at] ?? 0, to: starts[end] ?? line.length }
      const isFound = place.from < place.to && (!query.isWholeWord || isWord(line, place))
      if (isFound) found.push(place)
      at = text.indexOf(wanted, isFound ? end : at + 1)
    }
    return found
  }
}

/** A line as it is compared, and for each of its characters where it began in the line. */
function folded(line: string, foldOne: (character: string) => string): { text: string; starts: number[] } {
  const starts: number[] = []
  let text = ''
  let at = 0
  for (const character of line) {
    const own = foldOne(character)
    for (let unit = 0; unit < own.length; unit++) starts.push(at)
    text += own
    at += character.length
  }
  return { text, starts }
}

function fold(character: string, query: FindQuery & { isStraight: boolean }): string {
  let own = spaces[character] ?? (query.isStraight ? straight[character] : undefined) ?? character
  if (!query.isAccentSensitive) own = plain[own] ?? own.normalize('NFD').replace(/\p{M}/gu, '')
  return query.isCaseSensitive ? own : own.toLowerCase()
}

function isWord(line: string, { from, to }: Found): boolean {
  return (
    !/[\p{L}\p{N}_]$/u.test(line.slice(Math.max(0, from - 2), from)) && !/^[\p{L}\p{N}_]/u.test(line.slice(to, to + 2))
  )
}
