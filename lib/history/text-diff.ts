import { diffArrays } from 'diff'
import { type Prose, wordsIn } from '#lib/prose/prose.ts'
import { type Fact, keyOf, type Line, linesOf } from './lines.ts'
import { diffWords, type WordChange } from './word-diff.ts'

// How one text of a review became another: its lines beside each other, and the words within those that changed.

export type LineChange =
  | { kind: 'same' | 'added' | 'removed'; line: Line }
  /** It stands here now; where it stood before there is a `left`. */
  | { kind: 'moved' | 'left'; line: Line }
  | { kind: 'changed'; before: Line; after: Line; words: WordChange[]; facts: FactChange[]; said: string[] }

export interface FactChange {
  name: string
  words: WordChange[]
}

const mostMilliseconds = 300
/** More pairs of lines than this are not weighed against each other: a whole text in place of another. */
const mostPairs = 10_000
/** Lines that share this much of their words are one line, changed. */
const alike = 0.4

/** How `a` became `b`. Without what was added or moved here, the lines are those of `a`; without what was removed or left, those of `b`. */
export function diffTexts(a: Prose, b: Prose): LineChange[] {
  const [before, after] = [linesOf(a), linesOf(b)]
  const parts = diffArrays(before.map(keyOf), after.map(keyOf), { timeout: mostMilliseconds })
  if (!parts) return withMoves(stretch(before, after))
  const changes: LineChange[] = []
  let [from, to] = [0, 0]
  let [gone, come]: [Line[], Line[]] = [[], []]
  for (const { count, added, removed } of parts) {
    if (added) come.push(...after.slice(to, to + count))
    else if (removed) gone.push(...before.slice(from, from + count))
    else {
      changes.push(
        ...stretch(gone, come),
        ...after.slice(to, to + count).map(line => ({ kind: 'same' as const, line })),
      )
      ;[gone, come] = [[], []]
    }
    if (!added) from += count
    if (!removed) to += count
  }
  return withMoves([...changes, ...stretch(gone, come)])
}

/** How many words a difference is of. */
export function wordsChanged(changes: readonly LineChange[]): { added: number; removed: number } {
  const total = { added: 0, removed: 0 }
  for (const change of changes) {
    if (change.kind === 'added') total.added += wordsIn(change.line.text)
    if (change.kind === 'removed') total.removed += wordsIn(change.line.text)
    if (change.kind !== 'changed') continue
    for (const { kind, text } of change.words) if (kind !== 'same') total[kind] += wordsIn(text)
  }
  return total
}

/** What went and what came in one place: lines that are alike become one that changed, in order. */
function stretch(gone: Line[], come: Line[]): LineChange[] {
  const pairs = pairsOf(gone, come)
  const changes: LineChange[] = []
  let [from, to] = [0, 0]
  for (const [left, right] of [...pairs, [gone.length, come.length] as const]) {
    changes.push(...gone.slice(from, left).map(line => ({ kind: 'removed' as const, line })))
    changes.push(...come.slice(to, right).map(line => ({ kind: 'added' as const, line })))
    const [before, after] = [gone[left], come[right]]
    if (before && after) changes.push(changed(before, after))
    ;[from, to] = [left + 1, right + 1]
  }
  return changes
}

/** The pairs of alike lines, in order, that are alike the most in all. */
function pairsOf(gone: Line[], come: Line[]): (readonly [number, number])[] {
  if (gone.length * come.length > mostPairs) return []
  const bags = [gone, come].map(lines => lines.map(bagOf))
  const likeness = (i: number, j: number) => likenessOf(gone[i], come[j], bags[0]?.[i], bags[1]?.[j])
  // best[i][j]: the most that can be had of the lines from i and j on.
  const best = Array.from({ length: gone.length + 1 }, () => new Array<number>(come.length + 1).fill(0))
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  const weights = gone.map((_, i) => come.map((_, j) => likeness(i, j)))
  const weight = (i: number, j: number) => weights[i]?.[j] ?? 0
  for (let i = gone.length - 1; i >= 0; i--)
    for (let j = come.length - 1; j >= 0; j--) {
      const row = best[i]
      if (row) row[j] = Math.max(at(i + 1, j), at(i, j + 1), weight(i, j) + at(i + 1, j + 1))
    }
  const pairs: [number, number][] = []
  for (let [i, j] = [0, 0]; i < gone.length && j < come.length; ) {
    if (weight(i, j) > 0 && at(i, j) === weight(i, j) + at(i + 1, j + 1)) pairs.push([i++, j++])
    else if (at(i, j) === at(i + 1, j)) i++
    else j++
  }
  return pairs
}

function bagOf({ text }: Line): Map<string, number> {
  const bag = new Map<string, number>()
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

/** 0 for lines that have nothing to do with each other; otherwise up to 1 (Dice's coefficient of their words). */
function likenessOf(a?: Line, b?: Line, bagA?: Map<string, number>, bagB?: Map<string, number>): number {
  if (!a || !b || !bagA || !bagB) return 0
  if (a.mediaId !== null || b.mediaId !== null) return a.role !== b.role ? 0 : a.mediaId === b.mediaId ? 1 : 0.5
  if (a.text === b.text) return 1
  let [shared, all] = [0, 0]
  for (const [word, count] of bagA) {
    shared += Math.min(count, bagB.get(word) ?? 0)
    all += count
  }
  for (const count of bagB.values()) all += count
  const dice = all === 0 ? 0 : (2 * shared) / all
  if (dice >= alike) return dice
  // A cell, a title or an item whose few words are others is still the same cell.
  return a.role !== '' && a.role === b.role && all <= 12 ? 0.1 : 0
}

function changed(before: Line, after: Line): LineChange {
  return {
    kind: 'changed',
    before,
    after,
    words: diffWords(before.text, after.text),
    facts: factChanges(before.facts, after.facts),
    said: [...roleSaid(before, after), ...marksSaid(before, after)],
  }
}

function factChanges(before: Fact[], after: Fact[]): FactChange[] {
  const names = [...new Set([...before, ...after].map(fact => fact.name))]
  return names.flatMap(name => {
    const [was, is] = [before, after].map(facts => facts.find(fact => fact.name === name)?.text ?? '')
    if (was === is) return []
    return [{ name, words: name === 'Picture' ? [] : diffWords(was ?? '', is ?? '') }]
  })
}

function roleSaid(before: Line, after: Line): string[] {
  const name = ({ role }: Line) => role.toLowerCase() || 'a plain paragraph'
  return before.role === after.role ? [] : [`Was: ${name(before)}. Now: ${name(after)}.`]
}

/** Only of stretches whose words both have: a changed word says for itself that it has changed. */
function marksSaid(before: Line, after: Line): string[] {
  const has = (marks: Line['marks'], { mark, text }: Line['marks'][number]) =>
    marks.some(other => other.mark === mark && other.text === text)
  const come = after.marks.filter(each => before.text.includes(each.text) && !has(before.marks, each))
  const gone = before.marks.filter(each => after.text.includes(each.text) && !has(after.marks, each))
  return [
    ...come.map(({ mark, text }) => `“${text}” is now ${placed(mark)}.`),
    ...gone.map(({ mark, text }) => `“${text}” is no longer ${placed(mark)}.`),
  ]
}

function placed(mark: string): string {
  return mark === 'bold' || mark === 'italics' ? `in ${mark}` : mark
}

/** The same line gone in one place and come in another has moved. Short ones are no evidence of that. */
function withMoves(changes: LineChange[]): LineChange[] {
  const gone = new Map<string, number[]>()
  for (const [index, change] of changes.entries())
    if (change.kind === 'removed' && isTelling(change.line))
      gone.set(keyOf(change.line), [...(gone.get(keyOf(change.line)) ?? []), index])
  const left = new Set<number>()
  const moved = changes.map(change => {
    const from = change.kind === 'added' ? gone.get(keyOf(change.line))?.shift() : undefined
    if (change.kind !== 'added' || from === undefined) return change
    left.add(from)
    return { kind: 'moved' as const, line: change.line }
  })
  return moved.map((change, index) =>
    left.has(index) && change.kind === 'removed' ? { kind: 'left', line: change.line } : change,
  )
}

function isTelling({ text, mediaId }: Line): boolean {
  return mediaId !== null || wordsIn(text) >= 3
}
