import { alikeWithin } from './library.ts'

/** In how many bits two likenesses differ. */
export function distance(one: bigint, other: bigint): number {
  let bits = BigInt.asUintN(64, one ^ other)
  let count = 0
  for (; bits > 0n; bits &= bits - 1n) count += 1
  return count
}

/**
 * Groups of what looks alike, the largest first: each differs from some other of its group in at most six bits. Of two that differ in so few,
 * at least one of seven stretches of their bits is the same, so only those that share one are held against each other.
 */
export function groupAlike<T extends { likeness: bigint }>(items: readonly T[]): T[][] {
  const groups = new Groups(items.length)
  for (let stretch = 0; stretch <= alikeWithin; stretch += 1) {
    for (const bucket of byStretch(items, stretch))
      for (const [at, one] of bucket.entries())
        for (const other of bucket.slice(at + 1)) {
          const [first, second] = [items[one], items[other]]
          if (first && second && distance(first.likeness, second.likeness) <= alikeWithin) groups.join(one, other)
        }
  }
  const found = Map.groupBy(items.entries(), ([index]) => groups.of(index))
  return [...found.values()]
    .filter(group => group.length > 1)
    .map(group => group.map(([, item]) => item))
    .sort((a, b) => b.length - a.length)
}

const stretches = alikeWithin + 1
const width = Math.ceil(64 / stretches)

function byStretch(items: readonly { likeness: bigint }[], stretch: number): Iterable<number[]> {
  const buckets = new Map<bigint, number[]>()
  for (const [index, { likeness }] of items.entries()) {
    const key = BigInt.asUintN(width, BigInt.asUintN(64, likeness) >> BigInt(stretch * width))
    const bucket = buckets.get(key)
    if (bucket) bucket.push(index)
    else buckets.set(key, [index])
  }
  return buckets.values()
}

/** Disjoint sets of numbers. */
class Groups {
  readonly #parents: number[]
  constructor(count: number) {
    this.#parents = Array.from({ length: count }, (_, index) => index)
  }

  of(item: number): number {
    let root = item
    for (let parent = this.#parents[root]; parent !== undefined && parent !== root; parent = this.#parents[root])
      root = parent
    this.#parents[item] = root
    return root
  }

  join(one: number, other: number): void {
    this.#parents[this.of(one)] = this.of(other)
  }
}
