import { describe, expect, test } from 'vitest'
import { emptyProse } from '#lib/prose/prose.ts'
import { noDetails } from '#lib/reviews/details.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { safetyCopies } from './safety-copy.ts'

const content: ReviewContent = {
  slug: 'her',
  kind: 'full',
  title: 'Her',
  standfirst: '',
  body: emptyProse,
  verdict: '',
  seen: '',
  spoilers: 'none',
  workId: null,
  sectionId: null,
  criticIds: [],
  topicIds: [],
  rating: null,
  imageId: null,
  imageAlt: '',
  imageCaption: '',
  imageCredit: '',
  searchTitle: '',
  searchDescription: '',
  rereviewOfId: null,
  language: null,
  translationOfId: null,
  ...noDetails,
}

function browser(room = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, string>()
  const held = new Set<string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > room) throw new Error('QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
  const locks = {
    request: async (name: string) => void held.add(name),
    query: async () => ({ held: [...held].map(name => ({ name })) }),
  }
  const open = (tab: string, review = 'r1') => {
    const copies = safetyCopies(review, storage, locks, tab)
    copies.hold()
    return copies
  }
  return {
    kept,
    held,
    open,
    close: (tab: string) => held.delete(`out-of-five:review:r1:${tab}`),
  }
}

describe('a safety copy', () => {
  test('is offered when its page is gone, newest first, and not while it is open', async () => {
    const { open, close } = browser()
    const first = open('a')
    first.write({ version: 3, content })
    const second = open('b')
    expect(await second.listLeft()).toEqual([])
    close('a')
    expect(await second.listLeft()).toMatchObject([{ copy: { version: 3, content } }])
    second.write({ version: 4, content })
    expect(await second.listLeft()).toHaveLength(1)
  })

  test('is of one review', async () => {
    const { open, close } = browser()
    open('a').write({ version: 1, content })
    close('a')
    expect(await open('b', 'r2').listLeft()).toEqual([])
  })

  test('may be too long to be saved, and is kept all the same', async () => {
    const { open, close } = browser()
    open('a').write({ version: 1, content: { ...content, title: 'x'.repeat(500), slug: 'Not A Slug' } })
    close('a')
    expect((await open('b').listLeft())[0]?.copy.content.title).toHaveLength(500)
  })

  test('says when the browser has no room, and passes over what is broken', async () => {
    const { open, kept } = browser(10)
    expect(open('a').write({ version: 1, content })).toBe(false)
    kept.set('out-of-five:review:r1:x', '{"half')
    expect(await open('b').listLeft()).toEqual([])
    expect(safetyCopies('r1', null, null).write({ version: 1, content })).toBe(false)
  })
})
