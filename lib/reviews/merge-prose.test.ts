import { describe, expect, test } from 'vitest'
import type { Prose, ProseNode } from '#lib/prose/prose.ts'
import { type MergePart, mergedProse, mergeProse, type Taken } from './merge-prose.ts'

const block = (text: string): ProseNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const prose = (text: string): Prose => ({ type: 'doc', content: text === '' ? [] : text.split(' ').map(block) })
const read = ({ content = [] }: ProseNode): string => content.map(node => node.content?.[0]?.text ?? '').join(' ')
const merge = (base: string | null, mine: string, theirs: string) =>
  mergeProse(base === null ? null : prose(base), prose(mine), prose(theirs))
const merged = (base: string | null, mine: string, theirs: string) => read(mergedProse(merge(base, mine, theirs)))
const differing = (parts: MergePart[]) => parts.flatMap(part => (part.kind === 'differs' ? [part] : []))

describe('two texts that were made of one', () => {
  test.each([
    ['nobody changed anything', 'a b c', 'a b c', 'a b c', 'a b c'],
    ['only I did', 'a b c', 'a B c', 'a b c', 'a B c'],
    ['only they did', 'a b c', 'a b c', 'a b C', 'a b C'],
    ['each in another place', 'a b c d', 'A b c d', 'a b c D', 'A b c D'],
    ['both the same', 'a b', 'a x', 'a x', 'a x'],
    ['both added at the end', 'a', 'a mine', 'a theirs', 'a mine theirs'],
    ['both rewrote one paragraph', 'a b c', 'a B1 c', 'a B2 c', 'a B1 B2 c'],
    ['I threw away what they left alone', 'a b c', 'a c', 'a b c', 'a c'],
    ['I threw away what they rewrote', 'a b c', 'a c', 'a B c', 'a B c'],
    ['I moved it, they rewrote it', 'a b c', 'b c a', 'A b c', 'A b c a'],
    ['I began from nothing', '', 'a b', '', 'a b'],
    ['they went on from what I had added', 'a', 'a b', 'a b c', 'a b c'],
    ['both added the same in the middle, and one more', 'a z', 'a x y z', 'a y z', 'a x y z'],
    ['both wrote everything anew', 'a b', 'x y', 'v w', 'x v y w'],
    ['each rewrote one of two paragraphs side by side', 'a b c d', 'a B c d', 'a b C d', 'a B C d'],
  ])('%s', (_, base, mine, theirs, result) => {
    expect(merged(base, mine, theirs)).toBe(result)
  })

  test('one thrown away by both, and everything by both, leave a text that can be written in', () => {
    expect(merged('a b', 'a', 'a')).toBe('a')
    expect(mergedProse(merge('a', '', ''))).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
  })

  test('say what is contested, and what only one of them did', () => {
    const parts = differing(merge('a b c d', 'a B1 c D', 'a B2 c d'))
    expect(parts.map(({ likely, isContested }) => [likely, isContested])).toEqual([
      ['both', true],
      ['mine', false],
    ])
  })

  test('are the same however the keys of their attributes are ordered', () => {
    const heading = (attrs: ProseNode['attrs']): Prose => ({ type: 'doc', content: [{ type: 'heading', attrs }] })
    expect(differing(mergeProse(null, heading({ level: 2, id: 'x' }), heading({ id: 'x', level: 2 })))).toEqual([])
  })
})

describe('what is taken', () => {
  const parts = merge('a b c', 'a B1 c', 'a B2 c')
  const take = (choice: Taken) => read(mergedProse(parts, [undefined, choice]))

  test('is mine, theirs, or both one after the other', () => {
    expect([take('mine'), take('theirs'), take('both')]).toEqual(['a B1 c', 'a B2 c', 'a B1 B2 c'])
  })

  test('all of mine is my text, all of theirs theirs', () => {
    for (const [base, mine, theirs] of cases(200)) {
      const found = merge(base, mine, theirs)
      const all = (choice: Taken) => mergedProse(found, Array<Taken>(found.length).fill(choice))
      expect(read(all('mine'))).toBe(mine)
      expect(read(all('theirs'))).toBe(theirs)
    }
  })
})

describe('two texts of which nobody knows what they were made of', () => {
  test('keep what either has', () => {
    expect(merged(null, 'a mine c', 'a theirs c')).toBe('a mine theirs c')
    expect(merged(null, 'a b', 'a')).toBe('a b')
    expect(merged(null, 'a', 'a b')).toBe('a b')
  })

  test('contest everything in which they differ', () => {
    for (const [, mine, theirs] of cases(200))
      expect(differing(merge(null, mine, theirs)).every(({ isContested }) => isContested)).toBe(true)
  })
})

describe('whatever was written', () => {
  test('no block that either side added is lost', () => {
    for (const [base, mine, theirs] of cases(2_000)) {
      const [had, result] = [counted(base), counted(merged(base, mine, theirs))]
      for (const side of [mine, theirs])
        for (const [key, count] of counted(side))
          if (!had.has(key)) expect(result.get(key) ?? 0, `${base} | ${mine} | ${theirs}`).toBeGreaterThanOrEqual(count)
    }
  })

  test('with no base no block of either side is lost', () => {
    for (const [, mine, theirs] of cases(1_000)) {
      const result = counted(merged(null, mine, theirs))
      for (const side of [mine, theirs])
        for (const [key, count] of counted(side)) expect(result.get(key) ?? 0).toBeGreaterThanOrEqual(count)
    }
  })

  test('a side that changed nothing changes nothing', () => {
    for (const [base, mine] of cases(500)) {
      expect(merged(base, mine, base)).toBe(mine)
      expect(merged(base, base, mine)).toBe(mine)
      expect(merged(base, mine, mine)).toBe(mine)
    }
  })

  test('as much is kept whoever is called mine', () => {
    for (const [base, mine, theirs] of cases(500))
      expect(merged(base, theirs, mine).length).toBe(merged(base, mine, theirs).length)
  })
})

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of text.split(' ')) counts.set(key, (counts.get(key) ?? 0) + 1)
  counts.delete('')
  return counts
}

/** A base and two texts that were made of it by cutting, moving, rewriting and adding; the same at every run. */
function* cases(count: number): Generator<[string, string, string]> {
  let seed = 42
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  const change = (blocks: string[], name: string) => {
    const next = [...blocks]
    for (let step = random(5); step > 0; step--) {
      const at = random(next.length + 1)
      const verb = random(4)
      if (verb === 0) next.splice(at, 0, `${name}${random(9)}`)
      else if (verb === 1) next.splice(at, 1)
      else if (verb === 2) next.splice(at, 1, `${name}${random(9)}`)
      else next.splice(random(next.length + 1), 0, ...next.splice(at, 1))
    }
    return next.join(' ')
  }
  for (let run = 0; run < count; run++) {
    // Some blocks are twice in a text: rules and empty lines are.
    const blocks = Array.from({ length: random(9) + 1 }, () => `b${random(7)}`)
    yield [blocks.join(' '), change(blocks, 'm'), change(blocks, 't')]
  }
}
