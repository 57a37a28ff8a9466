import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { overrideEnv } from '#lib/env.ts'
import { publishReview } from '#lib/reviews/commands-publish.ts'
import { readSettings } from '#lib/settings/published.ts'
import { makeEditor, makeReview } from '#prisma/factories.ts'
import { retryPings } from './commands.ts'
import { changeHub, changeIndexNow } from './commands-settings.ts'
import { listPings, pingsPerPage } from './desk-queries.ts'
import { readPingFilter } from './pings-schema.ts'

const { pool } = await testDatabase()
const hub = 'https://hub.example.net/publish'

beforeEach(async () => {
  await pool.query('TRUNCATE graphile_worker._private_jobs, ping')
  await db().setting.deleteMany()
  overrideEnv({ SITE_URL: 'https://reviews.example.com', ALLOW_PRIVATE_HOSTS: false })
})

const settings = () => readSettings(db())
const lastEvent = () => db().contentEvent.findFirst({ orderBy: { id: 'desc' } })
const lastEntry = () => db().auditEntry.findFirst({ orderBy: { id: 'desc' } })

describe('IndexNow', () => {
  test('is turned on by an owner with a key of its own, renewed, and turned off; only the key’s file is dropped', async () => {
    const owner = await makeEditor('owner')
    expect(await changeIndexNow(owner, { verb: 'on', seen: '' })).toEqual({ ok: true })
    const first = (await settings()).indexNowKey
    expect(first).toMatch(/^[0-9a-f]{32}$/)
    expect(await lastEvent()).toMatchObject({ kind: 'setting.edit', tags: ['index-now'], purge: false })
    expect(await lastEntry()).toMatchObject({ actorId: owner.id, action: 'setting.edit', subject: 'indexNowKey' })
    expect(await changeIndexNow(owner, { verb: 'renew', seen: first })).toEqual({ ok: true })
    const second = (await settings()).indexNowKey
    expect(second).toMatch(/^[0-9a-f]{32}$/)
    expect(second).not.toBe(first)
    expect(await changeIndexNow(owner, { verb: 'off', seen: second })).toEqual({ ok: true })
    expect((await settings()).indexNowKey).toBe('')
  })

  test('is refused to everybody else, and to whoever saw another key; of many at once one wins', async () => {
    for (const role of ['editor', 'critic', 'contributor'] as const)
      expect(await changeIndexNow(await makeEditor(role), { verb: 'on', seen: '' })).toEqual({
        ok: false,
        code: 'not-allowed',
      })
    const owner = await makeEditor('owner')
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => changeIndexNow(owner, { verb: 'on', seen: '' })))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const current = (await settings()).indexNowKey
    expect(await changeIndexNow(owner, { verb: 'off', seen: 'a1b2c3d4' })).toEqual({
      ok: false,
      code: 'stale',
      current,
    })
  })

  test('that is turned off leaves nothing waiting', async () => {
    const owner = await makeEditor('owner')
    await changeIndexNow(owner, { verb: 'on', seen: '' })
    await publish()
    await changeIndexNow(owner, { verb: 'off', seen: (await settings()).indexNowKey })
    expect(await db().ping.findMany()).toMatchObject([{ state: 'failed', answer: 'Not sent: it was turned off.' }])
  })
})

describe('the hub', () => {
  test('is named by an owner, as an address is written, and drops every page', async () => {
    const owner = await makeEditor('owner')
    expect(await changeHub(owner, { hub: 'HTTPS://Hub.Example.Net/publish', seen: '' })).toEqual({ ok: true })
    expect((await settings()).webSubHub).toBe(hub)
    expect(await lastEvent()).toMatchObject({ kind: 'setting.edit', purge: true })
    expect(await lastEntry()).toMatchObject({ subject: 'webSubHub', detail: { before: '', after: hub } })
    const events = await db().contentEvent.count()
    expect(await changeHub(owner, { hub, seen: hub })).toEqual({ ok: true })
    expect(await db().contentEvent.count()).toBe(events)
    expect(await changeHub(owner, { hub: '', seen: hub })).toEqual({ ok: true })
    expect((await settings()).webSubHub).toBe('')
  })

  test('is refused in words when it cannot be called, and to whoever may not or saw another', async () => {
    const owner = await makeEditor('owner')
    for (const wrong of ['hub', 'http://hub.example.net/', 'https://127.0.0.1/', 'https://a:b@hub.example.net/'])
      expect(await changeHub(owner, { hub: wrong, seen: '' })).toMatchObject({ ok: false, code: 'invalid' })
    expect(await changeHub(await makeEditor('editor'), { hub, seen: '' })).toEqual({ ok: false, code: 'not-allowed' })
    await changeHub(owner, { hub, seen: '' })
    expect(await changeHub(owner, { hub: 'https://other.example.net/', seen: '' })).toEqual({
      ok: false,
      code: 'stale',
      current: hub,
    })
  })
})

describe('at the desk', () => {
  test('owners and editors see what was sent, about which review; nobody else does', async () => {
    await turnOn()
    const { id, title } = await publish()
    for (const role of ['owner', 'editor'] as const) {
      const list = await listPings(await makeEditor(role), readPingFilter({}))
      expect(list).toMatchObject({ total: 1, pages: 1, counts: { waiting: 1, sent: 0, failed: 0 }, isReachable: true })
      expect(list?.told).toEqual([{ service: 'websub', host: 'hub.example.net' }])
      expect(list?.may).toEqual({ retry: true, configure: role === 'owner' })
      expect(list?.rows).toMatchObject([
        {
          cause: 'review.publish',
          subject: { href: `/desk/reviews/${id}`, name: title },
          state: 'waiting',
          attempts: 0,
        },
      ])
    }
    for (const role of ['critic', 'contributor'] as const)
      expect(await listPings(await makeEditor(role), readPingFilter({}))).toBeNull()
  })

  test('the list is narrowed and paged, and knows what to say when nothing is on', async () => {
    const editor = await makeEditor()
    expect(await listPings(editor, readPingFilter({}))).toMatchObject({ rows: [], told: [], pages: 1 })
    await failed(pingsPerPage + 5)
    const first = await listPings(editor, readPingFilter({ state: 'failed' }))
    expect(first).toMatchObject({ total: pingsPerPage + 5, pages: 2, counts: { failed: pingsPerPage + 5 } })
    expect(first?.rows).toHaveLength(pingsPerPage)
    expect((await listPings(editor, readPingFilter({ page: '2' })))?.rows).toHaveLength(5)
    expect(await listPings(editor, readPingFilter({ page: '99' }))).toMatchObject({ page: 2 })
    expect((await listPings(editor, readPingFilter({ state: 'sent' })))?.rows).toEqual([])
    expect((await listPings(editor, readPingFilter({ service: 'indexnow' })))?.counts.failed).toBe(0)
  })

  test('a failed notice is sent again, to where the service is now, with an entry', async () => {
    await turnOn()
    const [id = ''] = await failed(2)
    const editor = await makeEditor()
    expect(await retryPings(editor, { id })).toEqual({ ok: true, count: 1 })
    expect(await db().ping.findUnique({ where: { id } })).toMatchObject({
      state: 'waiting',
      attempts: 0,
      finishedAt: null,
      host: 'hub.example.net',
    })
    expect(await lastEntry()).toMatchObject({ actorId: editor.id, action: 'ping.retry', subject: id })
    const { rows } = await pool.query('SELECT task_identifier, run_at <= now() AS due FROM graphile_worker.jobs')
    expect(rows).toEqual([{ task_identifier: 'send-pings', due: true }])
    expect(await retryPings(editor, { id })).toEqual({ ok: false, code: 'settled' })
    expect(await retryPings(editor, { id: 'all' })).toEqual({ ok: true, count: 1 })
    expect(await retryPings(editor, { id: 'all' })).toEqual({ ok: false, code: 'settled' })
  })

  test('sending again is refused to roles that may not, of what is not there, and while it is turned off', async () => {
    const [id = ''] = await failed(1)
    for (const role of ['critic', 'contributor'] as const)
      expect(await retryPings(await makeEditor(role), { id })).toEqual({ ok: false, code: 'not-allowed' })
    const editor = await makeEditor()
    expect(await retryPings(editor, { id })).toEqual({ ok: false, code: 'off' })
    await turnOn()
    expect(await retryPings(editor, { id: '018f2c0e-7b6a-7c3d-9e1f-0a2b3c4d5e6f' })).toEqual({
      ok: false,
      code: 'not-found',
    })
    expect(await db().ping.findMany()).toMatchObject([{ id, state: 'failed' }])
  })

  test('of two who send one again at once, one does', async () => {
    await turnOn()
    const [id = ''] = await failed(1)
    const editor = await makeEditor()
    const outcomes = await Promise.all([retryPings(editor, { id }), retryPings(editor, { id })])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

async function turnOn(): Promise<void> {
  await db().setting.create({ data: { key: 'webSubHub', value: hub } })
}

async function publish(): Promise<{ id: string; title: string }> {
  const editor = await makeEditor()
  const { id, version, content } = await makeReview(editor)
  expect(await publishReview(editor, { id, version })).toMatchObject({ ok: true })
  return { id, title: content.title }
}

async function failed(count: number): Promise<string[]> {
  const event = await db().contentEvent.create({ data: { kind: 'review.publish' } })
  const rows = await db().ping.createManyAndReturn({
    data: Array.from({ length: count }, (_, at) => ({
      service: 'websub' as const,
      eventId: event.id + BigInt(1_000_000 + at),
      cause: 'review.publish',
      host: 'old.example.net',
      urls: ['https://reviews.example.com/feeds/all.xml'],
      state: 'failed' as const,
      attempts: 12,
      answer: 'connection refused',
      finishedAt: new Date(),
    })),
    select: { id: true },
  })
  return rows.map(row => row.id)
}
