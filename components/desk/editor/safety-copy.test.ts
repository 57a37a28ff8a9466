import { describe, expect, test } from 'vitest'
import type { Prose } from '#lib/prose/prose.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { emptyContent } from '#lib/reviews/testing.ts'
import type { CopyStore, LogEntry } from './copy-database.ts'
import { type CopyProblem, safetyCopies } from './safety-copy.ts'

const content: ReviewContent = {
  ...emptyContent,
  title: 'Her',
}
const ada = '00000000-0000-7000-8000-00000000000a'

/** A browser: what it keeps, which windows are open, and what of it works. */
function browser() {
  const local = new Map<string, string>()
  const held = new Set<string>()
  let log: LogEntry[] = []
  const room = { local: Number.POSITIVE_INFINITY, log: Number.POSITIVE_INFINITY }
  const storage = {
    getItem: (key: string) => local.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > room.local) throw new Error('QuotaExceededError')
      local.set(key, value)
    },
    removeItem: (key: string) => void local.delete(key),
    key: (index: number) => [...local.keys()][index] ?? null,
    get length() {
      return local.size
    },
  }
  const add = (entries: LogEntry[]) => {
    if (entries.length > 0 && log.length >= room.log) throw new Error('QuotaExceededError')
    log.push(...structuredClone(entries))
  }
  const store: CopyStore = {
    append: async entries => add(entries),
    replace: async (window, entries) => {
      if (entries.length > 0 && room.log === 0) throw new Error('QuotaExceededError')
      log = log.filter(entry => entry.window !== window)
      add(entries)
    },
    list: async review => structuredClone(log.filter(entry => entry.review === review)),
  }
  const locks = {
    request: async (name: string) => void held.add(name),
    query: async () => ({ held: [...held].map(name => ({ name })) }),
  }
  const problems: (CopyProblem | null)[] = []
  const open = (tab: string, { review = 'r1', hasStore = true, editorId = ada } = {}) => {
    const copies = safetyCopies({
      reviewId: review,
      editorId,
      store: hasStore ? store : null,
      storage,
      locks,
      onProblem: problem => problems.push(problem),
      soon: run => void Promise.resolve().then(run),
      tab,
    })
    copies.hold()
    return copies
  }
  const close = (tab: string) => held.delete(nameOf(tab))
  return { local, room, open, close, problems, log: () => log, storage, store }
}

const nameOf = (tab: string) => `out-of-five:review:r1:${tab}`
const written = (title: string, version = 3) => ({ version, base: content, content: { ...content, title } })
const settled = () => new Promise(resolve => setTimeout(resolve, 5))
const titles = (left: { copy: { content: ReviewContent } }[]) => left.map(({ copy }) => copy.content.title)

describe('a safety copy', () => {
  test('is there when its page is gone, newest first, and not while it is open', async () => {
    const { open, close } = browser()
    const [first, second, third] = [open('a'), open('b'), open('c')]
    first.keep(written('One'))
    await settled()
    second.keep(written('Two', 4))
    await settled()
    expect(await third.listLeft(content)).toEqual([])
    close('a')
    expect(titles(await third.listLeft(content))).toEqual(['One'])
    close('b')
    const left = await third.listLeft(content)
    expect(left).toMatchObject([
      { window: nameOf('b'), copy: { version: 4, base: content, editorId: ada, content: { title: 'Two' } } },
      { window: nameOf('a'), copy: { version: 3 } },
    ])
    await third.remove(nameOf('b'))
    expect(titles(await third.listLeft(content))).toEqual(['One'])
  })

  test('is what the server had and every change since, and is gone with the last save', async () => {
    const { open, close, log } = browser()
    const copies = open('a')
    for (const title of ['H', 'He', 'Her ', 'Her t']) {
      copies.keep(written(title))
      await settled()
    }
    expect(log().map(({ kind }) => kind)).toEqual(['base', 'change', 'change', 'change', 'change'])
    close('a')
    expect(titles(await open('b').listLeft(content))).toEqual(['Her t'])
    copies.keep(null)
    await settled()
    expect(log()).toEqual([])
  })

  test('after a save begins again from what was saved', async () => {
    const { open, close, log } = browser()
    const copies = open('a')
    copies.keep(written('One'))
    await settled()
    const saved = { ...content, title: 'One' }
    copies.keep({ version: 4, base: saved, content: { ...saved, verdict: 'Fine.' } })
    await settled()
    expect(log()).toHaveLength(2)
    close('a')
    expect(await open('b').listLeft(content)).toMatchObject([{ copy: { version: 4, base: saved } }])
  })

  test('stays short however long somebody writes', async () => {
    const { open, close, log } = browser()
    const copies = open('a')
    for (let index = 0; index < 1_000; index++) {
      copies.keep(written(`Her ${index}`))
      await Promise.resolve()
      if (index % 50 === 0) await settled()
    }
    await settled()
    expect(log().length).toBeLessThan(310)
    close('a')
    expect(titles(await open('b').listLeft(content))).toEqual(['Her 999'])
  })

  test('is of one review', async () => {
    const { open, close } = browser()
    open('a').keep(written('One'))
    await settled()
    close('a')
    expect(await open('b', { review: 'r2' }).listLeft(content)).toEqual([])
  })

  test('may be too long to be saved, and is kept all the same', async () => {
    const { open, close } = browser()
    open('a').keep({ version: 1, base: content, content: { ...content, title: 'x'.repeat(500), slug: 'Not A Slug' } })
    await settled()
    close('a')
    expect((await open('b').listLeft(content))[0]?.copy.content.title).toHaveLength(500)
  })
})

describe('a page that is about to be gone', () => {
  test('keeps at once what was typed last, and that is the newer of its two', async () => {
    const { open, close, local } = browser()
    const copies = open('a')
    copies.keep(written('One'))
    await settled()
    copies.keep(written('One, and the last word'))
    copies.keepNow()
    expect(local.size).toBe(1)
    close('a')
    expect(titles(await open('b').listLeft(content))).toEqual(['One, and the last word'])
  })

  test('and stays after all keeps it once', async () => {
    const { open, local, log } = browser()
    const copies = open('a')
    copies.keep(written('One'))
    copies.keepNow()
    await settled()
    expect([local.size, log().length]).toEqual([0, 2])
    copies.keepNow()
    expect(local.size).toBe(0)
  })
})

describe('a browser', () => {
  test('without IndexedDB keeps it in the other place', async () => {
    const { open, close, local, problems } = browser()
    const copies = open('a', { hasStore: false })
    copies.keep(written('One'))
    await settled()
    expect([local.size, problems]).toEqual([1, [null]])
    close('a')
    expect(titles(await open('b').listLeft(content))).toEqual(['One'])
    copies.keep(null)
    await settled()
    expect(local.size).toBe(0)
  })

  test('that has no room in the one has it in the other, and goes back when there is some', async () => {
    const { open, close, local, room, problems, log } = browser()
    const copies = open('a')
    room.log = 0
    copies.keep(written('One'))
    await settled()
    expect([local.size, problems.at(-1)]).toEqual([1, null])
    room.log = 100
    copies.keep(written('Two'))
    await settled()
    expect([local.size, log().length]).toEqual([0, 2])
    close('a')
    expect(titles(await open('b').listLeft(content))).toEqual(['Two'])
  })

  test('that has no room at all says so, and what it kept before is not thrown away', async () => {
    const { open, close, room, problems } = browser()
    const copies = open('a')
    copies.keep(written('One'))
    await settled()
    Object.assign(room, { log: 0, local: 0 })
    copies.keep(written('Two'))
    await settled()
    expect(problems.at(-1)).toBe('full')
    close('a')
    expect(titles(await open('b').listLeft(content))).toEqual(['One'])
    copies.keep(null)
    await settled()
    expect(problems.at(-1)).toBe('full')
    Object.assign(room, { local: 1e6 })
    copies.keep(written('Three'))
    await settled()
    expect(problems.at(-1)).toBeNull()
  })

  test('that keeps nothing says so', async () => {
    const problems: (CopyProblem | null)[] = []
    const copies = safetyCopies({
      reviewId: 'r1',
      editorId: ada,
      store: null,
      storage: null,
      locks: null,
      onProblem: problem => problems.push(problem),
      soon: run => run(),
    })
    copies.keep(written('One'))
    await settled()
    expect(problems).toEqual(['off'])
    expect(await copies.listLeft(content)).toEqual([])
  })
})

describe('copies of another version of the desk', () => {
  const older = (value: unknown) => JSON.stringify(value)

  test('are read: whole, and without what they do not know', async () => {
    const { open, storage } = browser()
    const { pullQuote: _, language: __, ...old } = content
    storage.setItem(nameOf('old'), older({ version: 2, content: { ...old, title: 'Old' }, at: '2025-01-01T00:00:00Z' }))
    expect(await open('b').listLeft(content)).toMatchObject([
      { copy: { version: 2, base: null, editorId: null, content: { title: 'Old', pullQuote: '', language: null } } },
    ])
  })

  test('are read as far as they can be, with what is stored in place of the rest', async () => {
    const { open, storage } = browser()
    const odd = { title: 'Odd', verdict: 7, spoilers: 'of a kind that is gone', newField: true, body: content.body }
    storage.setItem(nameOf('odd'), older({ version: 2, content: odd, at: '' }))
    const current = { ...content, verdict: 'Stored.' }
    expect(await open('b').listLeft(current)).toMatchObject([
      { copy: { content: { title: 'Odd', verdict: 'Stored.' } } },
    ])
  })

  test('that are broken are passed over, and hide no others', async () => {
    const { open, close, storage, store } = browser()
    open('a').keep(written('One'))
    await settled()
    close('a')
    storage.setItem(nameOf('x'), '{"half')
    storage.setItem(nameOf('y'), older({ version: 1, content: { nothing: 'known' }, at: '' }))
    const body: Prose = { type: 'doc' }
    const change = { fields: {}, body: { at: 900, removed: 3, blocks: [] } }
    const of = { review: 'r1', window: nameOf('z'), at: '' }
    await store.append([{ ...of, kind: 'change', step: 1, change }])
    expect(titles(await open('b').listLeft({ ...content, body }))).toEqual(['One'])
  })
})
