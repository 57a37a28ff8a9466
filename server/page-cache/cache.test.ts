import { beforeEach, expect, test } from 'vitest'
import { makeAnswer } from './answer.ts'
import { type Outcome, PageCache, type Rendered } from './cache.ts'
import type { Entry } from './store.ts'

/** A renderer whose renderings are finished by hand, in any order. */
class Renderer {
  readonly asked: { key: string; finish: (page: Rendered) => void; fail: () => void }[] = []
  readonly render = (key: string) =>
    new Promise<Rendered>((resolve, reject) => {
      this.asked.push({ key, finish: resolve, fail: () => reject(new Error('no database')) })
    })
  at(index: number) {
    const asked = this.asked[index]
    if (!asked) throw new Error(`rendering ${index} was never asked for`)
    return asked
  }
}

const page = (text: string, tags = ['review:1'], status = 200): Rendered => ({
  status,
  headers: [],
  tags,
  answer: makeAnswer(status, [], { identity: Buffer.from(text) }),
  mayBeKept: true,
})

let renderer: Renderer
let position: bigint | null
let now: number
let written: Entry[]
let removed: string[]
let cache: PageCache

beforeEach(() => {
  renderer = new Renderer()
  position = 10n
  now = 1_000_000
  written = []
  removed = []
  cache = new PageCache({
    megabytes: 1,
    render: renderer.render,
    position: () => position,
    disk: {
      write: entry => void written.push(entry),
      remove: async keys => void removed.push(...keys),
      clear: async () => void removed.push('everything'),
    },
    onFailure: () => {},
    now: () => now,
  })
})

let events = 0n
const event = (tags: string[], purge = false, tx = 20n) => ({ id: ++events, tags, purge, tx })
const textOf = (outcome: Outcome) =>
  'entry' in outcome ? outcome.entry.answer.codings.identity.body.toString() : undefined

async function keep(key: string, rendered: Rendered) {
  const asked = cache.fetch(key, false)
  renderer.at(renderer.asked.length - 1).finish(rendered)
  await asked
}

test('200 who ask at once for a page that is not there cause one rendering', async () => {
  const asked = Array.from({ length: 200 }, () => cache.fetch('/', false))
  renderer.at(0).finish(page('home'))
  const outcomes = await Promise.all(asked)
  expect(renderer.asked).toHaveLength(1)
  expect(new Set(outcomes.map(textOf))).toEqual(new Set(['home']))
  expect((await cache.fetch('/', false)).note).toBe('hit')
})

test('an event drops the pages that show what changed, and only those', async () => {
  await keep('/reviews/her', page('her', ['review:her', 'work:1']))
  await keep('/reviews/ys', page('ys', ['review:ys']))
  await cache.apply([event(['work:1'])])
  expect(cache.find('/reviews/her')).toBeUndefined()
  expect(cache.find('/reviews/ys')).toBeDefined()
  expect(removed).toEqual(['/reviews/her'])
})

test('a page without tags, and one that is not there, may depend on anything', async () => {
  await keep('/about', page('about', []))
  await keep('/reviews/not-yet', page('no such page', ['settings'], 404))
  await cache.apply([event(['review:5'])])
  expect(cache.find('/about')).toBeUndefined()
  expect(cache.find('/reviews/not-yet')).toBeUndefined()
})

test('a rendering that began before an event and ends after it is neither kept nor joined', async () => {
  const before = cache.fetch('/', false)
  const applied = cache.apply([event(['anything'])])
  const after = cache.fetch('/', false)
  await applied
  expect(renderer.asked).toHaveLength(2)
  renderer.at(1).finish(page('new'))
  expect(textOf(await after)).toBe('new')
  renderer.at(0).finish(page('old'))
  expect(await before).toMatchObject({ note: 'once' })
  expect(textOf(await cache.fetch('/', false))).toBe('new')
})

test('the old rendering is not kept either when it ends first', async () => {
  const before = cache.fetch('/', false)
  await cache.apply([event(['anything'])])
  const after = cache.fetch('/', false)
  renderer.at(0).finish(page('old'))
  await before
  expect(cache.find('/')).toBeUndefined()
  renderer.at(1).finish(page('new'))
  await after
  expect(textOf(await cache.fetch('/', false))).toBe('new')
})

test('a failure is never kept', async () => {
  const asked = cache.fetch('/', false)
  renderer.at(0).fail()
  expect((await asked).note).toBe('failed')
  void cache.fetch('/', false)
  expect(renderer.asked).toHaveLength(2)
})

test('while a page that was edited cannot be rendered, its last good copy is served', async () => {
  await keep('/', page('yesterday'))
  await cache.apply([event(['review:1'])])
  const asked = cache.fetch('/', false)
  renderer.at(1).fail()
  expect(await asked).toMatchObject({ note: 'stale' })
  expect(textOf(await cache.fetch('/', false))).toBe('yesterday')
  expect(renderer.asked, 'nobody waits for the same failure again').toHaveLength(2)
  now += 6_000
  const later = cache.fetch('/', false)
  renderer.at(2).finish(page('today'))
  expect(textOf(await later)).toBe('today')
})

test('a retracted page never comes back, not even when nothing can be rendered', async () => {
  await keep('/reviews/her', page('taken back'))
  await cache.apply([event(['review:1'])])
  await cache.apply([event(['review:1'], true)])
  const asked = cache.fetch('/reviews/her', false)
  renderer.at(1).fail()
  expect((await asked).note).toBe('failed')
  expect(removed).toContain('everything')
})

test('a copy set aside is forgotten once the page is known to be gone', async () => {
  await keep('/reviews/her', page('her'))
  await cache.apply([event(['review:1'])])
  const gone = cache.fetch('/reviews/her', false)
  renderer.at(1).finish(page('gone', [], 410))
  await gone
  await cache.apply([event(['other'])])
  const asked = cache.fetch('/reviews/her', false)
  renderer.at(2).fail()
  expect((await asked).note).toBe('failed')
})

test('a scan for addresses cannot push out the pages of the publication', async () => {
  await keep('/', page('home'))
  for (let number = 0; number < 300; number++) await keep(`/wp-${number}.php`, page('x'.repeat(5_000), [], 404))
  expect(cache.find('/')).toBeDefined()
  expect(cache.store.summary().passing).toBeLessThan(100)
  expect(written.map(entry => entry.key)).toEqual(['/'])
})

test('a page that disappears between two events leaves the disk as well', async () => {
  await keep('/feed', page('feed'))
  now += 4_000_000
  expect(textOf(await cache.fetch('/feed', false)), 'what is overdue is still served').toBe('feed')
  renderer.at(1).finish(page('none', [], 404))
  await Promise.resolve()
  await new Promise(setImmediate)
  expect(cache.find('/feed')?.status).toBe(404)
  expect(removed).toEqual(['/feed'])
})

test('before the list of events was ever read nothing is kept', async () => {
  position = null
  await keep('/', page('home'))
  expect(cache.find('/')).toBeUndefined()
})

test('what a page says must not be kept is for once', async () => {
  const asked = cache.fetch('/', false)
  renderer.at(0).finish({ ...page('for you'), mayBeKept: false })
  expect((await asked).note).toBe('once')
  expect(cache.find('/')).toBeUndefined()
})

test('pages of an earlier process are dropped by what happened since each of them, and not by what came before', async () => {
  await keep('/old', page('old'))
  position = 30n
  await keep('/new', page('new'))
  expect(cache.oldestPosition()).toBe(10n)
  await cache.apply([event(['review:1'], false, 20n)])
  expect(cache.find('/old')).toBeUndefined()
  expect(cache.find('/new')).toBeDefined()
})
