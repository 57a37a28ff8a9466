import { describe, expect, test } from 'vitest'
import type { Prose, ProseNode } from '#lib/prose/prose.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { emptyContent } from '#lib/reviews/testing.ts'
import { changeBetween, replay } from './copy-log.ts'

const empty: ReviewContent = {
  ...emptyContent,
}
const block = (text: string): ProseNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const doc = (content: ProseNode[]): Prose => ({ type: 'doc', content })

describe('a log of changes', () => {
  test('holds of a long text the paragraph that was written in, and nothing else', () => {
    const blocks = Array.from({ length: 300 }, (_, index) => block(`Paragraph ${index}`))
    const before = { ...empty, body: doc(blocks) }
    const after = { ...before, body: doc(blocks.with(150, block('Paragraph 150.'))) }
    const change = changeBetween(before, after)
    expect(change).toEqual({ fields: {}, body: { at: 150, removed: 1, blocks: [block('Paragraph 150.')] } })
    expect(replay(before, change ? [change] : [])).toEqual(after)
  })

  test('holds the fields that are others', () => {
    const after = { ...empty, title: 'Her', topicIds: ['x'] }
    expect(changeBetween(empty, after)).toEqual({ fields: { title: 'Her', topicIds: ['x'] } })
    expect(changeBetween(empty, { ...empty })).toBeNull()
  })

  test('gives back whatever was written, step by step', () => {
    let seed = 3
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((seed / 2_147_483_648) * below)
    }
    for (let run = 0; run < 100; run++) {
      let now: ReviewContent = { ...empty, body: doc([block('a'), block('a'), block('b')]) }
      const [base, changes] = [now, []] as [ReviewContent, NonNullable<ReturnType<typeof changeBetween>>[]]
      for (let step = 0; step < 20; step++) {
        const blocks = now.body.content ?? []
        const at = random(blocks.length + 1)
        const next: ReviewContent =
          random(5) === 0
            ? { ...now, title: `${now.title}x` }
            : {
                ...now,
                body: doc(blocks.toSpliced(at, random(3), ...Array.from({ length: random(3) }, () => block('c')))),
              }
        const change = changeBetween(now, next)
        if (change) changes.push(structuredClone(change))
        now = next
      }
      expect(replay(base, changes)).toEqual(now)
    }
  })
})
