import { diffArrays } from 'diff'
import { diffWords } from '#lib/history/word-diff.ts'

// Where a note stands in a text, and where it stands after the text was changed. Nothing of it is in the text itself: a place is followed
// through every save, and words that have gone are looked for again with every later one.

/** From where to where in which line (lib/notes/lines.ts). */
export interface Place {
  block: number
  start: number
  end: number
}

export interface Anchor {
  /** Null while its words are not in the text. */
  place: Place | null
  /** The words; empty for a place between two words. */
  quote: string
  /** What stood before and after, at most `contextLength` characters of the same line. */
  prefix: string
  suffix: string
}

export const contextLength = 48
/** With less of its surroundings than this a place is not told from others that read the same. */
const leastContext = 6

/** The anchor of a place in these lines. */
export function anchorAt(lines: readonly string[], place: Place): Anchor {
  const line = lines[place.block] ?? ''
  return {
    place,
    quote: line.slice(place.start, place.end),
    prefix: line.slice(Math.max(0, place.start - contextLength), place.start),
    suffix: line.slice(place.end, place.end + contextLength),
  }
}

/**
 * Where the words of an anchor stand in these lines: where it says, or where they stand with the most of what was around them, the nearest
 * of several. Null when they stand nowhere, or in several places of which none is likelier.
 */
export function findAnchor(lines: readonly string[], anchor: Anchor): Place | null {
  const { place } = anchor
  if (place && isAt(lines, place, anchor)) return place
  const found = occurrences(lines, anchor).map(at => ({ at, context: contextAt(lines, at, anchor) }))
  const most = Math.max(...found.map(({ context }) => context))
  const best = found.filter(({ context }) => context === most)
  if (best.length === 0) return null
  const isSure = anchor.quote === '' ? most >= leastContext : found.length === 1 || most >= leastContext
  if (!isSure && !(anchor.quote && place)) return null
  return nearest(
    best.map(({ at }) => at),
    place?.block ?? 0,
  )
}

/**
 * The anchors after a change of the text. A remark follows its words, and what they become; with `isExact` (a suggestion, which is about
 * these words and no others) it is without a place when one of them was changed.
 */
export function moveAnchors<T extends Anchor & { isExact: boolean }>(
  before: readonly string[],
  after: readonly string[],
  anchors: readonly T[],
): Anchor[] {
  const stretches = stretchesOf(before, after)
  return anchors.map(anchor => {
    const moved = anchor.place && placeAfter(anchor.place, before, after, stretches)
    if (moved && isKept(after, moved, anchor)) return anchorAt(after, moved)
    const found = findAnchor(after, { ...anchor, place: null })
    return found ? anchorAt(after, found) : { ...strip(anchor), place: null }
  })
}

function strip({ quote, prefix, suffix }: Anchor): Omit<Anchor, 'place'> {
  return { quote, prefix, suffix }
}

function isKept(lines: readonly string[], place: Place, anchor: Anchor & { isExact: boolean }): boolean {
  if (anchor.quote === '') return contextAt(lines, place, anchor) > 0 || lines[place.block] === ''
  if (place.end === place.start) return false
  return !anchor.isExact || textAt(lines, place) === anchor.quote
}

function isAt(lines: readonly string[], place: Place, anchor: Anchor): boolean {
  if (place.end > (lines[place.block]?.length ?? -1) || textAt(lines, place) !== anchor.quote) return false
  return anchor.quote !== '' || contextAt(lines, place, anchor) === contextOf(anchor)
}

function textAt(lines: readonly string[], { block, start, end }: Place): string {
  return lines[block]?.slice(start, end) ?? ''
}

function contextOf({ prefix, suffix }: Anchor): number {
  return prefix.length + suffix.length
}

/** How many characters of what was around an anchor stand around a place. */
function contextAt(lines: readonly string[], { block, start, end }: Place, { prefix, suffix }: Anchor): number {
  const line = lines[block] ?? ''
  let before = 0
  while (before < prefix.length && before < start && prefix.at(-1 - before) === line[start - 1 - before]) before++
  let after = 0
  while (after < suffix.length && end + after < line.length && suffix[after] === line[end + after]) after++
  return before + after
}

/** No line is looked through further than this: a quote of one letter stands everywhere. */
const mostInLine = 200

function occurrences(lines: readonly string[], { quote, prefix, suffix }: Anchor): Place[] {
  // A place without words is known by what stands on both sides of it.
  const words = quote || prefix.slice(-leastContext) + suffix.slice(0, leastContext)
  if (words === '') return []
  const skipped = quote ? 0 : Math.min(prefix.length, leastContext)
  return lines.flatMap((line, block) => {
    const found: Place[] = []
    for (let at = line.indexOf(words); at >= 0 && found.length < mostInLine; at = line.indexOf(words, at + 1))
      found.push({ block, start: at + skipped, end: at + skipped + quote.length })
    return found
  })
}

function nearest(places: Place[], block: number): Place | null {
  return places.toSorted((a, b) => Math.abs(a.block - block) - Math.abs(b.block - block))[0] ?? null
}

/** Lines of the text before and what they became: `same` where nothing was changed. */
interface Stretch {
  before: number
  beforeEnd: number
  after: number
  afterEnd: number
  isSame: boolean
}

function stretchesOf(before: readonly string[], after: readonly string[]): Stretch[] {
  const stretches: Stretch[] = []
  const at = { before: 0, after: 0 }
  for (const { added, removed, count } of diffArrays([...before], [...after])) {
    const [gone, come] = [added ? 0 : count, removed ? 0 : count]
    const last = stretches.at(-1)
    const isSame = !added && !removed
    if (last && !last.isSame && !isSame) {
      last.beforeEnd += gone
      last.afterEnd += come
    } else
      stretches.push({
        before: at.before,
        beforeEnd: at.before + gone,
        after: at.after,
        afterEnd: at.after + come,
        isSame,
      })
    at.before += gone
    at.after += come
  }
  return stretches
}

function placeAfter(
  place: Place,
  before: readonly string[],
  after: readonly string[],
  stretches: readonly Stretch[],
): Place | null {
  const stretch = stretches.find(({ before: from, beforeEnd }) => place.block >= from && place.block < beforeEnd)
  if (!stretch) return null
  if (stretch.isSame) return { ...place, block: place.block - stretch.before + stretch.after }
  // What was changed is held against each other as one text: a paragraph may have become two, or two one.
  const [old, fresh] = [before.slice(stretch.before, stretch.beforeEnd), after.slice(stretch.after, stretch.afterEnd)]
  const offset = offsetOf(old, place.block - stretch.before)
  const map = mapping(old.join('\n'), fresh.join('\n'))
  const start = map(offset + place.start, 1)
  const end = place.end === place.start ? start : map(offset + place.end, -1)
  return end < start ? null : inLine(fresh, start, end, stretch.after)
}

function offsetOf(lines: readonly string[], index: number): number {
  return lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0)
}

/** A place that has come to reach over the end of a line ends with it. */
function inLine(lines: readonly string[], start: number, end: number, first: number): Place | null {
  let offset = 0
  for (const [index, line] of lines.entries()) {
    if (start <= offset + line.length)
      return { block: first + index, start: start - offset, end: Math.min(end - offset, line.length) }
    offset += line.length + 1
  }
  return null
}

/** Positions of `a` in `b`. Of what was written at a boundary, `side` 1 stays behind it and −1 before it. */
function mapping(a: string, b: string): (at: number, side: 1 | -1) => number {
  const pieces: { a: number; aEnd: number; b: number; bEnd: number; isSame: boolean }[] = []
  const at = { a: 0, b: 0 }
  for (const { kind, text } of diffWords(a, b)) {
    const isSame = kind === 'same'
    const [inA, inB] = [kind === 'added' ? 0 : text.length, kind === 'removed' ? 0 : text.length]
    const last = pieces.at(-1)
    // An addition after a removal stands in its place.
    if (last && !last.isSame && !isSame) {
      last.aEnd += inA
      last.bEnd += inB
    } else pieces.push({ a: at.a, aEnd: at.a + inA, b: at.b, bEnd: at.b + inB, isSame })
    at.a += inA
    at.b += inB
  }
  return (position, side) => {
    const piece = pieces.find(({ a: from, aEnd }) =>
      side === 1 ? position >= from && position < aEnd : position > from && position <= aEnd,
    )
    if (!piece) return side === 1 ? b.length : 0
    if (piece.isSame) return piece.b + position - piece.a
    if (side === -1 && position === piece.aEnd) return piece.bEnd
    return Math.min(piece.b + position - piece.a, piece.bEnd)
  }
}
