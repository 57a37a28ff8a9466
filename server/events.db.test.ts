import { createServer, connect as openSocket, type Server, type Socket } from 'node:net'
import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { testDatabase } from '#lib/db/testing.ts'
import { makeLog } from '#lib/log.ts'
import type { ContentEvent } from './content-events.ts'
import { followEvents } from './events.ts'

const { url } = await testDatabase()
const started: { stop: () => Promise<void> }[] = []
afterEach(async () => {
  for (const one of started.splice(0)) await one.stop()
})

async function follow(given: { from?: bigint | null; connectionString?: string; pollEvery?: number } = {}) {
  const seen: ContentEvent[] = []
  const met: string[] = []
  const follower = followEvents({
    connectionString: given.connectionString ?? url,
    log: makeLog('silent'),
    // Long enough that only notifications can be in time, unless a test says otherwise.
    pollEvery: given.pollEvery ?? 60_000,
    apply: async events => void seen.push(...events),
    meet: async database => {
      met.push(database)
      return given.from ?? null
    },
  })
  started.push(follower)
  await follower.start()
  return { follower, seen, met, tags: () => seen.map(event => event.tags.join()) }
}

async function client(): Promise<pg.Client> {
  const made = new pg.Client({ connectionString: url })
  await made.connect()
  started.push({ stop: () => made.end() })
  return made
}

const insert = async (on: pg.Client, tag: string, purge = false): Promise<bigint> => {
  const sql = `INSERT INTO content_event (kind, tags, purge) VALUES ('test', $1, $2) RETURNING id`
  const { rows } = await on.query(sql, [[tag], purge])
  return BigInt(rows[0].id)
}

test('an event arrives by notification, once', async () => {
  const { seen, tags, follower } = await follow()
  const writer = await client()
  await insert(writer, 'review:1', true)
  await vi.waitFor(() => expect(tags()).toEqual(['review:1']))
  expect(seen[0]?.purge).toBe(true)
  await follower.caughtUp()
  expect(tags()).toEqual(['review:1'])
})

test('what was there before the first contact is not news', async () => {
  await insert(await client(), 'before')
  const { tags, follower } = await follow()
  await follower.caughtUp()
  expect(tags()).not.toContain('before')
})

test('whoever waits to have caught up finds their own event applied', async () => {
  const { follower, tags } = await follow()
  const writer = await client()
  await writer.query('UNLISTEN *')
  for (let number = 0; number < 20; number++) {
    await insert(writer, `mine:${number}`)
    await follower.caughtUp()
    expect(tags().at(-1)).toBe(`mine:${number}`)
  }
})

test('an event that was written first and committed last is not missed', async () => {
  const { follower, tags } = await follow()
  const [slow, quick] = [await client(), await client()]
  await slow.query('BEGIN')
  const first = await insert(slow, 'slow')
  const second = await insert(quick, 'quick')
  expect(first).toBeLessThan(second)
  await follower.caughtUp()
  expect(tags()).toEqual(['quick'])
  await insert(quick, 'quick again')
  await follower.caughtUp()
  await slow.query('COMMIT')
  await follower.caughtUp()
  expect(tags()).toEqual(['quick', 'quick again', 'slow'])
})

test('an event whose transaction began earlier than its neighbours but took a later id is not missed either', async () => {
  const { follower, tags } = await follow()
  const [early, late] = [await client(), await client()]
  await early.query('BEGIN')
  await early.query('SELECT pg_current_xact_id()')
  await late.query('BEGIN')
  await insert(late, 'late')
  await insert(early, 'early')
  await early.query('COMMIT')
  await follower.caughtUp()
  await late.query('COMMIT')
  await follower.caughtUp()
  expect(tags()).toEqual(['early', 'late'])
})

test('a transaction that is undone leaves no event', async () => {
  const { follower, tags } = await follow()
  const writer = await client()
  await writer.query('BEGIN')
  await insert(writer, 'undone')
  await writer.query('ROLLBACK')
  await follower.caughtUp()
  expect(tags()).toEqual([])
})

test('a start from an earlier position replays what came since', async () => {
  const before = await follow()
  const position = before.follower.position()
  await before.follower.stop()
  await insert(await client(), 'while nobody looked')
  const after = await follow({ from: position })
  expect(after.tags()).toContain('while nobody looked')
  expect(after.met).toEqual(before.met)
})

test('without notifications, asking regularly is enough', async () => {
  const { tags } = await follow({ pollEvery: 50 })
  const writer = await client()
  await writer.query('ALTER TABLE content_event DISABLE TRIGGER USER')
  await insert(writer, 'quiet')
  await vi.waitFor(() => expect(tags()).toEqual(['quiet']))
  await writer.query('ALTER TABLE content_event ENABLE TRIGGER USER')
})

test('a lost connection is noticed, mended, and nothing that happened meanwhile is missed', async () => {
  const { follower, tags, met } = await follow()
  const writer = await client()
  await writer.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'out-of-five events' AND datname = current_database()`)
  await insert(writer, 'meanwhile')
  await vi.waitFor(() => expect(tags()).toEqual(['meanwhile']), { timeout: 5_000 })
  expect(follower.isCurrent()).toBe(true)
  expect(met).toHaveLength(1)
})

test('a database that hangs is noticed within five seconds', async () => {
  const wire = await between(url)
  const { follower } = await follow({ connectionString: wire.url, pollEvery: 500 })
  expect(follower.isCurrent()).toBe(true)
  wire.hang()
  await vi.waitFor(() => expect(follower.isCurrent()).toBe(false), { timeout: 5_000 })
  const began = Date.now()
  await follower.caughtUp()
  expect(Date.now() - began).toBeLessThan(2_500)
  expect(follower.lastCurrentAt()).toBeLessThan(Date.now() - 1_000)
})

test('a server that starts while its database is away follows once it is there', async () => {
  const wire = await between(url)
  wire.close()
  const { follower, tags } = await follow({ connectionString: wire.url, pollEvery: 50 })
  expect(follower.isCurrent()).toBe(false)
  expect(follower.position()).toBeNull()
  await wire.open()
  await vi.waitFor(() => expect(follower.isCurrent()).toBe(true), { timeout: 5_000 })
  await insert(await client(), 'first')
  await vi.waitFor(() => expect(tags()).toContain('first'))
})

/** A wire to the database that can be cut, or go dead without a word. */
async function between(target: string) {
  const to = new URL(target)
  const sockets = new Set<Socket>()
  let server: Server
  let port = 0
  let isHung = false
  const open = () =>
    new Promise<void>(resolve => {
      server = createServer(inner => {
        const outer = openSocket(Number(to.port), to.hostname)
        for (const socket of [inner, outer]) sockets.add(socket.on('error', () => {}))
        if (!isHung) inner.pipe(outer).pipe(inner)
      }).listen(port, '127.0.0.1', () => {
        const address = server.address()
        port = typeof address === 'object' && address ? address.port : 0
        resolve()
      })
    })
  const close = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  await open()
  started.push({ stop: async () => close() })
  const hang = () => {
    isHung = true
    for (const socket of sockets) socket.unpipe()
  }
  return { url: Object.assign(new URL(target), { port: String(port) }).href, open, close, hang }
}
