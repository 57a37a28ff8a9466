import { diffArrays } from 'diff'
import type { Prose, ProseNode } from '#lib/prose/prose.ts'

// Two texts that were both made of a third, put together block by block. A block is a paragraph, a heading, a picture, a table: whatever
// stands at the top of a text. Nothing in here decides for a person: it says where they differ, and with what to begin.

export type Taken = 'mine' | 'theirs' | 'both'

/** A stretch that stands in both texts, or one that has to be chosen. */
export type MergePart =
  | { kind: 'same'; blocks: ProseNode[] }
  | { kind: 'differs'; mine: ProseNode[]; theirs: ProseNode[]; likely: Taken; isContested: boolean }

/**
 * Where two texts differ, in reading order. `likely` is whoever changed the stretch since `base`; where both did, or nobody knows the
 * base, it is both, one after the other, so that no block that either has added can be lost without somebody saying so; such a
 * stretch is contested.
 */
export function mergeProse(base: Prose | null, mine: Prose, theirs: Prose): MergePart[] {
  const [ours, others] = [keyed(mine), keyed(theirs)]
  const stretches = base ? threeWay(keyed(base), ours, others) : twoWay(ours, others)
  return joined(stretches.flatMap(finer).map(partOf))
}

/** The text that comes of what was chosen, part by part; a part without a choice is taken as is likely. */
export function mergedProse(parts: MergePart[], taken: readonly (Taken | undefined)[] = []): Prose {
  const content = parts.flatMap((part, index) => {
    if (part.kind === 'same') return part.blocks
    const choice = taken[index] ?? part.likely
    return [...(choice === 'theirs' ? [] : part.mine), ...(choice === 'mine' ? [] : part.theirs)]
  })
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

interface Block {
  node: ProseNode
  key: string
}

/** The blocks of the three texts between two places where all agree; `base` is null where nobody knows it. */
interface Stretch {
  base: Block[] | null
  mine: Block[]
  theirs: Block[]
}

function keyed({ content = [] }: Prose): Block[] {
  return content.map(node => ({ node, key: keyOf(node) }))
}

function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

function isSame(a: Block[], b: Block[]): boolean {
  return a.length === b.length && a.every(({ key }, index) => key === b[index]?.key)
}

/** For every block of `from` its place in `to`, in the longest common sequence; -1 where it has none. */
function placesOf(from: Block[], to: Block[]): number[] {
  const places: number[] = []
  let at = 0
  for (const { added, removed, count } of diffArrays(
    from.map(({ key }) => key),
    to.map(({ key }) => key),
  )) {
    if (!added) for (let index = 0; index < count; index++) places.push(removed ? -1 : at + index)
    if (!removed) at += count
  }
  return places
}

/** diff3 (Khanna, Kunal and Pierce 2007): blocks of the base that both still have are fixed, and what lies between is compared. */
function threeWay(base: Block[], mine: Block[], theirs: Block[]): Stretch[] {
  const [inMine, inTheirs] = [placesOf(base, mine), placesOf(base, theirs)]
  const stretches: Stretch[] = []
  const from = { base: 0, mine: 0, theirs: 0 }
  const upTo = (at: typeof from) =>
    stretches.push({
      base: base.slice(from.base, at.base),
      mine: mine.slice(from.mine, at.mine),
      theirs: theirs.slice(from.theirs, at.theirs),
    })
  for (const [index, block] of base.entries()) {
    const at = { base: index, mine: inMine[index] ?? -1, theirs: inTheirs[index] ?? -1 }
    if (at.mine < 0 || at.theirs < 0) continue
    upTo(at)
    stretches.push({ base: [block], mine: [block], theirs: [block] })
    Object.assign(from, { base: at.base + 1, mine: at.mine + 1, theirs: at.theirs + 1 })
  }
  upTo({ base: base.length, mine: mine.length, theirs: theirs.length })
  return stretches
}

function twoWay(mine: Block[], theirs: Block[]): Stretch[] {
  // With the one as the base of the other, the fixed blocks are those that both have.
  return threeWay(mine, mine, theirs).map(({ mine, theirs }) => ({ base: null, mine, theirs }))
}

/**
 * A stretch of as many blocks on every side is one of paragraphs that were each rewritten in its place: told apart again. Of others that
 * both changed, what both have now is taken out; where nothing stood before, what only one has is simply an addition.
 */
function finer(stretch: Stretch): Stretch[] {
  const { base, mine, theirs } = stretch
  const isEven = mine.length === theirs.length && (!base || base.length === mine.length)
  if (!isEven && base && partOf(stretch).kind === 'differs' && !isSame(base, mine) && !isSame(base, theirs))
    return twoWay(mine, theirs).map(part => ({ ...part, base: base.length === 0 ? base : null }))
  if (!isEven || mine.length < 2) return [stretch]
  return mine.map((block, index) => ({
    base: base?.slice(index, index + 1) ?? null,
    mine: [block],
    theirs: theirs.slice(index, index + 1),
  }))
}

function partOf({ base, mine, theirs }: Stretch): MergePart {
  const blocks = { mine: mine.map(({ node }) => node), theirs: theirs.map(({ node }) => node) }
  if (isSame(mine, theirs)) return { kind: 'same', blocks: blocks.mine }
  if (base && isSame(base, mine)) return { kind: 'differs', ...blocks, likely: 'theirs', isContested: false }
  if (base && isSame(base, theirs)) return { kind: 'differs', ...blocks, likely: 'mine', isContested: false }
  return { kind: 'differs', ...blocks, likely: 'both', isContested: true }
}

function joined(parts: MergePart[]): MergePart[] {
  const result: MergePart[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (part.kind !== 'same') result.push(part)
    else if (last?.kind === 'same') last.blocks.push(...part.blocks)
    else if (part.blocks.length > 0) result.push({ kind: 'same', blocks: [...part.blocks] })
  }
  return result
}
