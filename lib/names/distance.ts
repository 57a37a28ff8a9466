// What a slip of the pen or the ear costs. A doubled letter is the commonest and the cheapest, a wrong first letter the rarest.
const cost = { double: 0.5, swap: 0.8, alike: 0.8, silent: 0.8, other: 1, first: 0.6 }

const alike = ['aeiouy', 'ckq', 'sz', 'vwf', 'dt', 'mn', 'gj', 'bp', 'iy', 'xs']
const letters = 128
/** Whether two letters, by their codes, are taken for each other. */
const likeness = new Uint8Array(letters * letters)
for (const group of alike)
  for (const one of group) for (const two of group) likeness[one.charCodeAt(0) * letters + two.charCodeAt(0)] = 1

const longest = 48
const silent = { h: 104, e: 101 }

// A vocabulary is compared with a cast in one go, so the three rows of the table are made once.
let before = new Float64Array(longest + 1)
let previous = new Float64Array(longest + 1)
let row = new Float64Array(longest + 1)

/**
 * How far one spelling is from another: Damerau–Levenshtein (neighbours may change places) with slips weighed by how likely they are.
 * Both in lower case without accents. Infinity as soon as it is more than `limit`, and for what is too long to be a name.
 */
export function spellingDistance(typed: string, right: string, limit: number): number {
  if (typed === right) return 0
  if (Math.max(typed.length, right.length) > longest || Math.abs(typed.length - right.length) > limit * 2)
    return Number.POSITIVE_INFINITY
  previous[0] = 0
  for (let j = 1; j <= right.length; j++) previous[j] = at(previous, j - 1) + odd(right, j - 1)
  for (let i = 1; i <= typed.length; i++) {
    row[0] = at(previous, 0) + odd(typed, i - 1)
    if (fillRow(typed, i, right) > limit) return Number.POSITIVE_INFINITY
    const oldest = before
    before = previous
    previous = row
    row = oldest
  }
  const total = at(previous, right.length)
  return total > limit ? Number.POSITIVE_INFINITY : total
}

/** What is left of a name in the ear: "phoenix" and "feniks" are the same. */
export function soundOf(key: string): string {
  return key
    .replace(/ph/g, 'f')
    .replace(/ck|[cqg]h?(?=[aouklr]|$)|q/g, 'k')
    .replace(/[cz]|sch|sh/g, 's')
    .replace(/x/g, 'ks')
    .replace(/[vw]/g, 'f')
    .replace(/(?<!^)[aeiouyh]/g, '')
    .replace(/(.)\1+/g, '$1')
}

/** Fills the row of one letter of what was typed; returns the least in it. */
function fillRow(typed: string, i: number, right: string): number {
  let least = at(row, 0)
  const extra = odd(typed, i - 1)
  for (let j = 1; j <= right.length; j++) {
    let best = at(previous, j - 1) + exchange(typed.charCodeAt(i - 1), right.charCodeAt(j - 1), i === 1 && j === 1)
    best = Math.min(best, at(previous, j) + extra, at(row, j - 1) + odd(right, j - 1))
    const isSwap =
      i > 1 &&
      j > 1 &&
      typed.charCodeAt(i - 1) === right.charCodeAt(j - 2) &&
      typed.charCodeAt(i - 2) === right.charCodeAt(j - 1)
    if (isSwap) best = Math.min(best, at(before, j - 2) + cost.swap)
    row[j] = best
    if (best < least) least = best
  }
  return least
}

/** A letter too many or too few. */
function odd(word: string, index: number): number {
  const code = word.charCodeAt(index)
  if (index > 0 && (code === word.charCodeAt(index - 1) || code === word.charCodeAt(index + 1))) return cost.double
  if (index === 0) return cost.other + cost.first
  return code === silent.h || (code === silent.e && index === word.length - 1) ? cost.silent : cost.other
}

function exchange(one: number, two: number, isFirst: boolean): number {
  if (one === two) return 0
  if (one < letters && two < letters && likeness[one * letters + two] === 1) return cost.alike
  return cost.other + (isFirst ? cost.first : 0)
}

function at(numbers: Float64Array, index: number): number {
  return numbers[index] ?? Number.POSITIVE_INFINITY
}
